#!/usr/bin/python3
"""The sample company is what its generator writes, and what is to be found in it is there."""
import collections
import csv
import datetime
import os
import re
import subprocess
import sys
import unittest

ROOT = os.environ["FAIRWELL_SOURCE"]
SAMPLE = os.path.join(ROOT, "data", "sample")
AS_OF = datetime.date(2026, 10, 15)


def read(name):
    with open(os.path.join(SAMPLE, name + ".csv"), encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def day(text):
    return datetime.date(*map(int, re.findall(r"\d+", text))) if text else None


class Sample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.people = {row["工号"]: row for row in read("employees")}
        cls.departures = read("departures")

    def test_generator(self):
        done = subprocess.run([sys.executable, os.path.join(ROOT, "tools", "make-sample"), "--check"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_size(self):
        present = [row for row in self.people.values() if not row["离职日期"]]
        self.assertTrue(390 <= len(present) <= 410, len(present))
        self.assertEqual(len(self.departures), 120)
        self.assertEqual(len(read("branches")), 3)
        self.assertEqual(sum(not row["上级部门"] for row in read("departments")), 9)
        words = [row["本人原话"] for row in self.departures]
        self.assertEqual(len(set(words)), len(words))

    def test_wages(self):
        months = sorted({row["工资月份"] for row in read("wages")}, key=lambda month: [int(part) for part in re.findall(r"\d+", month)])
        self.assertEqual((months[0], months[-1], len(months)), ("2023年10月", "2026年9月", 36))

    def test_newcomers_leave(self):
        """More leave in their fourth to seventh month than in any other quarter of a year."""
        tenure = collections.Counter((day(row["最后工作日"]) - day(self.people[row["工号"]]["入职日期"])).days // 91 for row in self.departures)
        hump = tenure[1] + tenure[2]
        self.assertGreaterEqual(hump, 36)
        self.assertGreater(tenure[1], tenure[0] * 2)
        self.assertGreater(hump, 2 * max(tenure[quarter] + tenure[quarter + 1] for quarter in range(3, 20)))

    def test_late_project(self):
        late = [row for row in read("projects") if int(row["延期天数"] or 0) > 90]
        self.assertEqual([row["项目名称"] for row in late], ["盐城风电装配线"])
        team = [row for row in read("assignments") if row["项目名称"] == late[0]["项目名称"]]
        self.assertEqual((len(team), sum(bool(self.people[row["工号"]]["离职日期"]) for row in team)), (18, 6))

    def test_below_target(self):
        """Two have just now fallen under four fifths for two months; two more are known for longer."""
        shares = {}
        for row in read("reviews"):
            if row["目标值"] and row["考核周期"] in ("2026年7月", "2026年8月", "2026年9月"):
                shares.setdefault(row["工号"], {})[row["考核周期"]] = float(row["完成值"]) / float(row["目标值"]) < 0.8
        low = {number for number, months in shares.items() if months.get("2026年8月") and months.get("2026年9月")}
        self.assertEqual({number for number in low if not shares[number].get("2026年7月")}, {"E0231", "E0310"})
        self.assertEqual(low, {"E0231", "E0310", "E0187", "E0342"})

    def test_parts(self):
        kinds = collections.Counter(row["情形"] for row in read("protections"))
        self.assertEqual((kinds["孕期"], kinds["医疗期"], kinds["哺乳期"]), (1, 1, 1))
        self.assertEqual([number for number, row in self.people.items() if "1998" in row["入职日期"] and not row["离职日期"]], ["E0006"])
        names = {row["姓名"] for row in self.people.values()}
        self.assertTrue({"David Okafor", "努尔兰·哈斯木", "刘䶮", "王𬭎"} <= names)
        self.assertGreater(sum(name[:2] in ("欧阳", "上官", "司徒", "诸葛", "皇甫", "尉迟", "慕容", "令狐", "端木", "公孙") for name in names), 8)
        self.assertTrue(all(row["身份证号码"][14] == "9" for row in self.people.values() if row["证件类型"] == "居民身份证"))

    def test_in_order(self):
        for number, row in self.people.items():
            hired, left = day(row["入职日期"]), day(row["离职日期"])
            self.assertGreaterEqual((hired - day(row["出生日期"])).days, 18 * 365, number)
            self.assertTrue(left or not row["合同终止日"] or day(row["合同终止日"]) >= AS_OF, number)
            self.assertTrue(hired <= (left or AS_OF) <= AS_OF, number)
        for row in self.departures:
            self.assertEqual(day(row["最后工作日"]), day(self.people[row["工号"]]["离职日期"]), row["工号"])
            self.assertLessEqual(day(self.people[row["工号"]]["入职日期"]), day(row["提出日期"]), row["工号"])


if __name__ == "__main__":
    unittest.main()
