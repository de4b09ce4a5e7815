"""Words: a sentence becomes marks, words and phrases with the parts that they play."""
