"""Dialogs: a draft in, a draft out; none of them reads or writes the academy."""
