"""What one can do: commands change the academy, queries answer with plain rows."""
