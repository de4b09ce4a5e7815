"""The holds of a great back massage, measured on exported rows as a stranger would."""
