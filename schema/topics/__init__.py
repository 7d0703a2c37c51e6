"""A topic is a subject the network keeps, in a hierarchy; a tag is a free word a writer adds.

Both belong to the whole network, so that a front end can follow a subject across missions. They lean on no other noun.
"""
