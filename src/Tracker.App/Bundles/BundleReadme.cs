namespace Tracker.App.Bundles;

/// <summary>README.txt of every bundle: what is inside and how anyone checks it.</summary>
internal static class BundleReadme
{
    public const string Text = """
        承诺核验包
        ==========

        这个压缩包说明一项承诺的落实状态是怎样得出的，不需要联网，也不需要原来的系统。

        commitment.html  供阅读和打印（A4）。
        commitment.json  同样的内容，供程序读取：承诺原文和佐证原文（引文、位置、前后文、章节）、两份报告的 SHA-256、
                         方法版本和权重的 SHA-256、每个候选的各项依据和算式、数字比较、落实状态、理由、人工认定及其现状。
        chain.json       审计日志中从第一条有关记录到最新一条的链段。每条的哈希都包含上一条的哈希；与本承诺无关的记录只给出封签，
                         看不到内容，但仍能逐条复算。操作人的账户不公开，只有当时的署名。
        manifest.json    以上各文件的大小和 SHA-256。

        核验：
            tracker verify 本文件.zip
            tracker verify 本文件.zip --plan 部署报告.txt --review 回顾报告.txt    （再用报告原文核对引文）
            tracker verify 本文件.zip --known 序号:哈希                            （再与另处记下的日志哈希核对）

        能说明什么：包内各部分前后一致，自写出后没有改动；引文与所附前后文一致；算式可以复算；每项认定与日志记录一致。
        不能说明什么：只凭包本身，不能排除有人另造一套完整的日志。请用 --known 与从别处得到的日志序号和哈希核对
        （tracker verify-log 会打印最新一条）。“未见回应”只表示下一年的报告没有说到，不表示没有做。
        “位置”按报告文字的 UTF-16 编码单元计，含起点、不含终点。

        Bundle of one commitment
        ========================

        Shows how the status of one commitment came about, without a network and without the system that made it.

        commitment.html  to read and print (A4).
        commitment.json  the same for programs: both passages (quotation, span, context, section), the SHA-256 of both reports,
                         method version and SHA-256 of its weights, the inputs and arithmetic of every candidate, numbers held
                         against each other, status, reasons, and people's decisions with what became of them.
        chain.json       the audit log from the first entry that concerns this commitment to the newest. Each entry's hash
                         covers the hash before it. Entries about other things are sealed: they cannot be read, but the chain
                         can be recomputed. Accounts are never named, only the name that a decision was signed with.
        manifest.json    size and SHA-256 of each of these files.

        Check it:
            tracker verify THIS.zip
            tracker verify THIS.zip --plan PLAN.txt --review REVIEW.txt    (quotations against the reports themselves)
            tracker verify THIS.zip --known NUMBER:HASH                    (the log against a hash noted down elsewhere)

        What it shows: the parts agree with each other and were not changed since they were written; quotations stand in their
        context; the arithmetic holds; each decision is the one in the log. What it cannot show by itself: that nobody made up a
        whole log. Compare with an entry known from elsewhere (tracker verify-log prints the newest). "未见回应" (no answer found)
        says that the next report is silent, never that nothing was done. Spans count UTF-16 code units, start included, end not.

        """;
}
