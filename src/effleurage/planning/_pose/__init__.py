"""Pose: hands and forearms are laid on the skin, clear of it and of each other."""
