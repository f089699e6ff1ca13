"""Action-learning sets: a cohort divided into small groups that are as mixed as they can be.

`facts` says what is known and what comes out, `sets` divides. Equality data is never an input.
"""
