"""Certificates by the hundred: what they share is made once, the rest is written as bytes.

A mould keeps font subsets, decoration and pictures as finished objects of a file. A certificate is
these as its head, then one page, its structure, its metadata and the table of its objects. No
library parses, subsets or compresses anything twice. Every file is made of its own facts alone:
the same facts give the same bytes, whatever was made before, and no font holds letters of others.
"""
