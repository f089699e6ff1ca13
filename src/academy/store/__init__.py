"""Where it is kept: one file, one journal, one door."""
