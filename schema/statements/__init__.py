"""A signed statement is what one published revision said, in a form that can be hashed, signed and verified by anybody.

It is not the post, which goes on changing, and not the kind of post that is called a statement. Here are its form, its
rows and how it is verified; posts write it down when they publish, and whoever has the private key signs it.
"""
