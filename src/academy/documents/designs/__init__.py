"""The designs of certificates that come with the program."""
