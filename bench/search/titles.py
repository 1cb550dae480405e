# SPDX-License-Identifier: GPL-3.0-or-later
"""Titles of standards that nobody has published: words of the field put together with a fixed seed."""
import json
import random

WORKS = ("校准规范", "检定规程", "试验方法", "技术要求", "测量方法", "通用规范", "评定指南", "检测程序", "分类与代号", "术语",
         "安全要求", "检验规则", "管理体系", "能力验证", "期间核查方法", "不确定度评定")
THINGS = ("量块", "天平", "砝码", "温度计", "热电偶", "压力表", "流量计", "示波器", "电能表", "传感器", "万用表", "信号源",
          "测力机", "硬度计", "粗糙度仪", "坐标测量机", "激光干涉仪", "分光光度计", "气相色谱仪", "质谱仪", "酸度计", "声级计",
          "加速度计", "频率计", "铷原子钟", "功率计", "衰减器", "电桥", "标准电阻", "标准电池", "线纹尺", "螺纹规", "齿轮",
          "轴承", "电动汽车电池", "充电桩", "光伏组件", "风力发电机", "医用呼吸机", "心电图机", "血压计", "超声探头", "X射线机",
          "加油机", "水表", "燃气表", "热量表", "出租车计价器", "衡器", "皮带秤", "地磅", "量筒", "移液器", "密度计", "黏度计")
PARTS = ("精密", "数字", "工业", "便携式", "自动", "标准", "高温", "低温", "微型", "大型", "光学", "机械", "电子", "真空", "动态",
         "静态", "多通道", "智能", "海洋", "航空", "铁路", "船用", "车载", "矿用", "实验室", "现场", "在线", "网络", "无线", "环境")
SCOPES = ("第1部分：总则", "第2部分：设备", "第3部分：程序", "适用于制造业", "用于质量控制", "和溯源", "与数据处理", "及其附件")
ENGLISH = ("calibration", "verification", "test methods", "requirements", "measurement", "instruments", "uncertainty",
           "quality", "systems", "laboratories", "temperature", "pressure", "electrical", "mass", "length", "flow")


def standards(count, seed=1):
    """Records as lines of JSON, each with a number of its own."""
    draw = random.Random(seed)
    for n in range(count):
        title = draw.choice(PARTS) + draw.choice(THINGS)
        if draw.random() < 0.5:
            title += "和" + draw.choice(PARTS) + draw.choice(THINGS)
        title += draw.choice(WORKS)
        if draw.random() < 0.3:
            title += " " + draw.choice(SCOPES)
        yield {"number": f"GB/T {10000 + n}-{1990 + n % 36}",
               "name": {"zh": title, "en": " ".join(draw.sample(ENGLISH, 4)).capitalize()},
               "kind": draw.choice(("national", "industry", "group")),
               "state": draw.choice(("in_force", "in_force", "in_force", "superseded"))}


def write(path, count):
    with open(path, "w", encoding="utf-8") as f:
        for record in standards(count):
            f.write(json.dumps(record, ensure_ascii=False) + "\n")


def words(count, titles, seed=2):
    """Two characters that stand side by side in a title: frequent words and rare ones."""
    draw, found = random.Random(seed), set()
    pairs = sorted({t[i:i + 2] for t in titles for i in range(len(t) - 1) if all("一" <= c <= "鿿" for c in t[i:i + 2])})
    draw.shuffle(pairs)
    return pairs[:count]
