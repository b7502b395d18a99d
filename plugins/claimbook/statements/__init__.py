"""What a text states: its sentences, which of them are worth checking, and which are checked.

No model is asked. A sentence is judged by signs that everybody can see, and the sum is shown.
"""
