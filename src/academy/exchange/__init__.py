"""What comes and goes as files: other people's spreadsheets and reports."""
