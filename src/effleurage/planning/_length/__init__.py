"""Length: what is done how often, or left out, to come near the minutes asked for."""
