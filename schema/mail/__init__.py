"""A letter: something one person is told by e-mail, such as an invitation.

It is not an event, which is for programs: a letter has one reader, whose address is forgotten once it is sent.
"""
