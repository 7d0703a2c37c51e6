"""An account is someone who may act; a membership gives it a role in a mission, a token lets a program act for it.

It is not a person in public: a byline names people, never accounts. It leans on people and missions.
"""
