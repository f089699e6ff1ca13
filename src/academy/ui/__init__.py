"""What one sees: windows, pages and their parts. Qt lives here only."""
