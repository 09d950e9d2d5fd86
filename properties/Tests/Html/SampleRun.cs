using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Html.Results;

namespace IoSpec.Tests.Html;

/// <summary>Results that were never run: of any size, with any words.</summary>
internal static class SampleRun
{
    /// <summary>One target that fails and one that could not be judged.</summary>
    /// <param name="words">What stands wherever a target can write something.</param>
    public static RunResults Small(string words = "words of a target")
    {
        var failure = Failure("IOMMU-INV-01", words, Sequence(words)) with { Path = "failures/a.scenario.json" };
        var waived = Failure("IOMMU-MAP-02", words, null) with
        {
            Waiver = new KnownBy("W-1", words, words, "2030-12-31"),
        };
        var requirements = new List<RequirementResult>
        {
            Requirement("IOMMU-INV-01", Verdict.Fail, ""), Requirement("IOMMU-MAP-02", Verdict.Waived, words),
            Requirement("IOMMU-MAP-01", Verdict.Pass, ""), Requirement("IOMMU-MAP-03", Verdict.Untested, words),
        };
        var coverage = new AreaCoverage(
            "iommu", 10, 200, 1, 2, 3,
            [KeyValuePair.Create("dma/reaches", 5ul), KeyValuePair.Create("dma/faults", 0ul)],
            [KeyValuePair.Create("map>dma", 7ul)]);
        var bad = new TargetResult(
            "exec:" + words, words, Verdict.Fail, 200, null, requirements, [failure, waived], [coverage]);
        var absent = new TargetResult("qemu:" + words, "", Verdict.Untested, 0, words, [], [], []);
        return new RunResults(
            "0.1.0", "0x1", [new SettingResult("cases", words, "command line")], 1, Verdict.Fail, IsInterrupted: true,
            [bad, absent], [], [Compared(words)], [new WaiverProblem(words, "stale")]);
    }

    /// <summary>Every area, several targets, many failures.</summary>
    public static RunResults Large(int targets, int requirements, int failures)
    {
        var all = AreaCatalogue.Requirements.ToList();
        var drawn = DrawnScenarios.All.Select(scenario => scenario.Requirement).ToHashSet(StringComparer.Ordinal);
        var chosen = all.Where(r => drawn.Contains(r.Id))
            .Concat(all.Where((_, i) => i * requirements / all.Count != (i - 1) * requirements / all.Count || i == 0))
            .Distinct().Take(requirements).ToList();
        var iommu = chosen.FindAll(r => r.Area == "iommu");
        return new RunResults(
            "0.1.0", "0x1", [], 1, Verdict.Fail, false,
            [.. Enumerable.Range(0, targets).Select(t => new TargetResult(
                $"mutant:number-{t.ToText()}", "0.1.0", Verdict.Fail, 100_000, null,
                [.. chosen.Select(r => new RequirementResult(
                    r.Id, r.Area, "MUST", "safety", r.Severity, (Verdict)((r.Index + t) % 2), 12, 3, "", ""))],
                [.. Enumerable.Range(0, failures / targets).Select(f => Any(f, iommu))],
                [.. AreaCatalogue.All.Select(a => new AreaCoverage(
                    a.Id, 200, 10_000, 0, 0, 0,
                    [.. a.Coverpoints.All.Select(c => KeyValuePair.Create(c.Id, (ulong)(c.Index % 3)))], []))]))],
            [], [], []);
    }

    // Every other one is what a run has found in some area; the rest are long.
    private static FailureResult Any(int number, List<Requirement> iommu)
    {
        if (number % 2 == 0)
            return Failure(iommu[number % iommu.Count].Id, $"words {number.ToText()}", Sequence("words", number));
        var drawn = DrawnScenarios.All[number / 2 % DrawnScenarios.All.Count];
        return Failure(drawn.Requirement, $"words {number.ToText()}", drawn) with
        {
            Area = drawn.Area,
            Signature = drawn.Signature,
        };
    }

    private static AlternativesResult Compared(string words) => new("dma", 10_000,
    [
        new AlternativeResult(words, words, [KeyValuePair.Create("refreshes/map", 2.5)], ["IOMMU-INV-01", words]),
        new AlternativeResult("another", "", [KeyValuePair.Create("refreshes/map", 1.0)], []),
    ]);

    private static RequirementResult Requirement(string id, Verdict verdict, string reason) => new(
        id, "iommu", "MUST", "safety", Severity.Critical, verdict, 4, 2, "", reason);

    private static FailureResult Failure(string requirement, string words, Scenario? scenario) => new()
    {
        Requirement = requirement,
        Area = "iommu",
        Verdict = Verdict.Fail,
        Severity = Severity.Critical,
        Signature = $"{requirement}/landed/dma/stale",
        Operations = scenario?.Operations.Count ?? 0,
        IsMinimal = true,
        Reproduced = 3,
        Expected = words,
        Got = words,
        Scenario = scenario,
    };

    private static Scenario Sequence(string words, int more = 0)
    {
        var operations = new List<Operation>
        {
            new IommuOperation.CreateDomain(new DomainId(1)),
            new IommuOperation.Map(
                new DomainId(1), new Iova(0x1000), new Gpa(0x7000), new PageCount(2), Access.Read, PageSize.Size4K),
        };
        var seen = new List<Observation> { IommuObservation.Done.Instance, IommuObservation.Done.Instance };
        for (var i = 0; i < more % 40; i++)
        {
            operations.Add(new IommuOperation.Unmap(new DomainId(1), new Iova(0x1000ul * (ulong)i), new PageCount(1)));
            seen.Add(new Unsupported(words));
        }

        operations.Add(new IommuOperation.Dma(
            new RequesterId(8), null, AddressType.Untranslated, DmaKind.Read, false, new Iova(0x1000),
            new ByteCount(4)));
        seen.Add(new IommuObservation.Transferred(
            [new Piece(new ByteCount(0), new ByteCount(4), PieceOutcome.Landed, new Gpa(0x7000))]));
        return new Scenario(
            "0.1.0", "iommu", "exec:" + words, "IOMMU-INV-01", "IOMMU-INV-01/landed/dma/stale", "FAIL", true, 1, 0, 0,
            new NoConfiguration(), [.. operations], [.. seen], words);
    }

    // A report does not look at it.
    private sealed record NoConfiguration : Configuration;
}
