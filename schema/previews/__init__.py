"""A preview link lets whoever has its secret read one text, in one state, as if it were public.

It is not an account, and no draft is published by it. It leans on posts, whose verbs put the text in place.
"""
