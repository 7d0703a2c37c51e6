"""What happened: the audit entry of each decision, the event it sends out, and the answer kept for a repeated request.

It is not the text itself: the states a text went through are the revisions of its translation (`schema/posts`).
"""
