"""Lets the tests of this folder import the scripts of the workflows."""

from __future__ import annotations

import sys

from support import ROOT

sys.path.insert(0, str(ROOT / ".github" / "scripts"))
