"""Mentor matching: whom to pair with whom in a cohort, why so, and what any change would cost.

`facts` says what is known of people, `scores` rates every pair that may be, `assignment` finds the
best pairs for the whole cohort at once (exact), `changes` what comes next best, `match` puts it
together. Equality data is never an input: there is no field for it here.
"""
