"""The claim builder: a page on which a claim is written with the compiler looking on."""
