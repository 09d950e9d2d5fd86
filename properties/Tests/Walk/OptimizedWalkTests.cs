using FsCheck.Fluent;
using IoSpec.Areas.Walk;
using IoSpec.Areas.Walk.Agreement;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Core.Walk;
using IoSpec.Engine;
using Xunit;

namespace IoSpec.Tests.Walk;

public sealed class OptimizedWalkTests
{
    private const ulong At = 0x1234_5678;
    private const ulong Leaf = 0x10_ba28;
    private const ulong Frame = 0x5a00_3000;

    public static TheoryData<UnitFormat> Formats { get; } = [.. OptimizedWalk.Formats];

    [Fact]
    public void The_core_conforms()
    {
        var source = new TargetSource(
            "optimized", NeedsWorker: false, () => new OptimizedWalk(OptimizedWalk.Formats));
        var result = new Campaign(new WalkArea(), new CampaignSettings { Seed = 11, Cases = 600 }, null)
            .RunHere(source);
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}: {failure.Violation.Seen}"));
        Assert.Equal(600ul, result.Evidence.CasesRun);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Core_and_reference_agree_about_random_tables(UnitFormat format)
    {
        var count = new WalkAgreement(new OptimizedWalk(format), format).Run(seed: 3, requests: 20_000);
        Assert.Equal([], count.Told);
        Assert.Equal(0, count.Contradictions);
        Assert.True(count.Reached > count.Compared / 20, $"{count.Reached} of {count.Compared} reached memory");
        // A set of tables has an eighth of them on average, and few have a third.
        Assert.InRange(count.Unknown, 0, count.Compared / 3);
    }

    [Fact]
    public void What_is_cached_is_used_until_a_command_that_covers_it_is_awaited()
    {
        var core = Sound();
        Assert.Equal(Frame | 0x678, Read(core));
        Store(core, Leaf, 0);
        Submit(core, 0x1_0032, 0x1234_6000);
        Assert.Equal(Frame | 0x678, Read(core));
        core.Apply(new WalkOperation.Submit([new Word(0x1_0032), new Word(0x1234_5000)]));
        Assert.Equal(Frame | 0x678, Read(core));
        core.Apply(new WalkOperation.Await());
        Assert.Null(Read(core));
    }

    [Fact]
    public void A_hit_allocates_nothing()
    {
        var core = Sound();
        Read(core);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) core.TryTranslate(0x28, -1, At, DmaKind.Read, false, out _);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Only_declared_formats_are_drawn_and_the_others_do_not_apply(UnitFormat format)
    {
        var capabilities = new WalkCapabilities.OfFormats([format]);
        Assert.All(
            WalkConfigurations.For(capabilities).Sample(40),
            configuration => Assert.Equal(format, configuration.Unit.FormatOf()));
        var area = new WalkArea();
        Assert.All(WalkRequirements.Table.All, requirement => Assert.Equal(
            WalkRequirements.FormatOf(requirement) is { } other && other != format,
            area.Excludes(requirement, capabilities) is { Kind: NotApplicableKind.Absent }));
    }

    private static ulong? Read(OptimizedWalk core) =>
        core.TryTranslate(0x28, -1, At, DmaKind.Read, false, out var output) ? output : null;

    private static void Store(OptimizedWalk core, ulong at, ulong value) =>
        core.Apply(new WalkOperation.Write([new EntryWrite(new Gpa(at), new Word(value))]));

    private static void Submit(OptimizedWalk core, params ulong[] words)
    {
        core.Apply(new WalkOperation.Submit([.. words.Select(word => new Word(word))]));
        core.Apply(new WalkOperation.Await());
    }

    // The tables of the vectors of legacy mode.
    private static OptimizedWalk Sound()
    {
        var unit = new WalkUnit.Vtd(
            new Word(2).With(12, 8, 0b00110).With(21, 16, 47).With(37, 34, 3).With(53, 48, 9), new Word(0x42), 39);
        var core = new OptimizedWalk(UnitFormat.Vtd);
        core.Reset(new WalkConfiguration(
            unit, WalkFeatures.None, new FaultReporting(8, FaultMerging.Alike, ShowsOverflow: true),
            [new(new RequesterId(0x28), DmaKinds.All, new(1), new(1), new(4096), true, true, false)],
            new FrameRegion(new Gpa(0x10_0000), new PageCount(64)),
            [new FrameRegion(new Gpa(0x5a00_3000), new PageCount(40))], Nothing: null, new IommuCache(2, 4)));
        Store(core, Leaf, Frame | 3);
        Store(core, 0x10_a488, 0x10_b003);
        Store(core, 0x10_9000, 0x10_a003);
        Store(core, 0x10_8000, 0x10_9003);
        Store(core, 0x10_1288, 0x102);
        Store(core, 0x10_1280, 0x10_8001);
        Store(core, 0x10_0000, 0x10_1001);
        core.Apply(new WalkOperation.Program(UnitRegister.Tables, new Word(0x10_0000)));
        core.Apply(new WalkOperation.Program(UnitRegister.Translation, new Word(1)));
        return core;
    }
}
