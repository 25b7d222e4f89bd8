"""Variants are the default settings but for what they are named after."""
import unittest

import replaying
import variants

TEXT = replaying.CONFIG.read_text()


class Variants(unittest.TestCase):
    def changed(self, changes):
        """The lines that are not as before, stripped; paths of files apart."""
        before, after = variants.edited(TEXT, {}).split("\n"), variants.edited(TEXT, changes).split("\n")
        return [new.strip() for old, new in zip(before, after, strict=True) if old != new]

    def test_every_variant_but_the_default_changes_something(self):
        for name, changes in variants.variants(TEXT).items():
            self.assertEqual(bool(self.changed(changes)), name != "default", name)

    def test_a_value_is_replaced_in_its_own_section(self):
        changed = self.changed({"policies.standard.open_after": "3"})
        self.assertEqual([line.split("#")[0].strip() for line in changed], ["open_after: 3"])

    def test_a_baseline_alone_switches_the_others_off(self):
        text = variants.edited(TEXT, variants.variants(TEXT)["only robust_z"])
        self.assertEqual([name for name, is_on in variants.baselines(text).items() if is_on], ["robust_z"])

    def test_a_key_without_a_line_is_an_error(self):
        with self.assertRaises(KeyError):
            variants.edited(TEXT, {"policies.standard.no_such_key": "1"})


if __name__ == "__main__":
    unittest.main()
