"""What changes accounts: inputs, and mutations that call one service each."""

from schema.accounts.mutations.factors import FactorMutations
from schema.accounts.mutations.managing import ManagingMutations
from schema.accounts.mutations.signing_in import SessionPayload, SigningInMutations
from schema.declaring import object_type


@object_type
class AccountMutations(SigningInMutations, FactorMutations, ManagingMutations):
    """What changes accounts."""


__all__ = ["AccountMutations", "SessionPayload"]
