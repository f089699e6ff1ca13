"""How academy files of older programs get the tables of today."""
