using IoSpec.Areas;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Core.Iommu;
using IoSpec.Engine;
using IoSpec.Reference.Iommu;
using IoSpec.Reference.Iommu.NotArchitectural;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Iommu;

/// <summary>
/// Sequences written by hand from the specifications. Each of their answers is the only one that is allowed: targets
/// have to give it, the judge has to accept it and no other.
/// </summary>
public sealed class VectorTests
{
    private const string Folder = "fixtures/scenarios/vectors/iommu/";

    private static readonly string[] All =
    [
        .. Repository.Files.Where(path => path.StartsWith(Folder, StringComparison.Ordinal))
            .Select(path => path[Folder.Length..]),
    ];

    public static TheoryData<string> Names { get; } = [.. All];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reference_answers_as_written(string name)
    {
        Assert.Equal([], Deviations(name, new IommuReference(IommuRules.Standard, VersionChoice.Now)));
        Assert.Equal([], Deviations(name, new IommuReference(IommuRules.Standard, VersionChoice.Former)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_optimized_core_answers_as_written(string name) =>
        Assert.Equal([], Deviations(name, new OptimizedIommu()));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_judge_accepts_what_is_written(string name) => Assert.Empty(Judged(Read(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_judge_accepts_nothing_else_of_an_access(string name)
    {
        var vector = Read(name);
        for (var i = 0; i < vector.Seen.Count; i++)
        {
            foreach (var lie in Lies(vector.Seen[i]))
            {
                Observation[] seen = [.. vector.Seen.Take(i), lie, .. vector.Seen.Skip(i + 1)];
                Assert.True(Judged(vector with { Seen = [.. seen] }).Count > 0, $"step {i + 1} accepts {lie}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_vector_is_written_in_the_one_form(string name) =>
        Assert.Equal(Repository.Text(Folder + name), Read(name).Write(AreaCatalogue.Find("iommu")!));

    [Fact]
    public void One_wrong_bit_in_the_walker_fails_a_vector()
    {
        for (var bit = 0; bit < 64; bit++)
        {
            var rules = new OneWrongBit(bit);
            Assert.Contains(All, name => Deviations(name, new IommuReference(rules, VersionChoice.Now)).Any());
        }
    }

    private static Scenario Read(string name) =>
        ScenarioFormat.Read(Repository.Text(Folder + name), name, id => AreaCatalogue.Find(id)?.Types);

    private static IEnumerable<int> Deviations(string name, ITarget<IommuConfiguration, IommuOperation> target)
    {
        var vector = Read(name);
        target.Reset((IommuConfiguration)vector.Configuration);
        var seen = vector.Operations.Select(operation => target.Apply((IommuOperation)operation)).ToList();
        return Enumerable.Range(0, seen.Count).Where(i => !seen[i].Equals(vector.Seen[i])).Select(i => i + 1);
    }

    private static List<Violation> Judged(Scenario vector)
    {
        var (referee, violations) = (new Referee(AreaCatalogue.Find(vector.Area)!), new List<Violation>());
        referee.Start(vector.Configuration);
        for (var i = 0; i < vector.Seen.Count; i++)
        {
            Assert.True(referee.Applies(vector.Operations[i]), $"step {i + 1} does not apply");
            referee.Step(vector.Operations[i], vector.Seen[i]);
            violations.AddRange(referee.Violations);
        }

        return violations;
    }

    // What lands is blocked or lands a page further on; what is blocked lands.
    private static IEnumerable<Observation> Lies(Observation seen)
    {
        if (seen is not IommuObservation.Transferred { Pieces: { Count: > 0 } pieces }) yield break;
        var (first, rest) = (pieces[0], pieces.Skip(1));
        if (first.Outcome == PieceOutcome.Landed)
        {
            yield return With(first with { Outcome = PieceOutcome.Blocked, At = default }, rest);
            yield return With(first with { At = first.At.Plus(Page.Bytes) }, rest);
        }
        else
        {
            yield return With(first with { Outcome = PieceOutcome.Landed, At = new Gpa(Steps.F) }, rest);
        }
    }

    private static IommuObservation.Transferred With(Piece first, IEnumerable<Piece> rest) => new([first, .. rest]);

    private sealed class OneWrongBit(int bit) : IommuRules
    {
        public override Gpa Output(Extent leaf, Iova at) => new(base.Output(leaf, at).Value ^ (1ul << bit));
    }
}
