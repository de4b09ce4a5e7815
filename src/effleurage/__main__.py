"""`python -m effleurage` is the command line."""

from effleurage.cli import main

if __name__ == "__main__":
    main()
