"""The rules and words of the academy, without a database."""
