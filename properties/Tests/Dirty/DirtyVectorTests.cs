using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Core.Dirty;
using IoSpec.Reference.Dirty;
using Xunit;
using static IoSpec.Tests.Dirty.Trackers;

namespace IoSpec.Tests.Dirty;

/// <summary>Sequences written by hand: their last answer is the only one that is allowed.</summary>
public sealed class DirtyVectorTests
{
    private static readonly DirtyOperation On = new DirtyOperation.Start();

    private static readonly (string Name, DirtyOperation[] Operations, Observation Last)[] Vectors =
    [
        ("a byte", [Map(0, 4), On, Write(One, 0x1000), Report(0, 4)], Bits((1, 1))),
        ("two bytes across pages", [Map(0, 4), On, Write(One, 0xfff, 2), Report(0, 4)], Bits((0, 2))),
        ("a page and a byte", [Map(0, 4), On, Write(One, 0x1000, 4097), Report(0, 4)], Bits((1, 2))),
        ("before the start", [Map(0, 4), Write(One, 0), On, Report(0, 4)], Bits()),
        ("reported and clean", [Map(0, 4), On, Write(One, 0), Report(0, 4), Report(0, 4)], Bits()),
        ("peeked and dirty", [Map(0, 4), On, Write(One, 0), Report(0, 4, 0, false), Report(0, 4)], Bits((0, 1))),
        ("beside the window", [Map(0, 4), On, Write(One, 0x3000), Report(0, 3), Report(3 * K4, 1)], Bits((0, 1))),
        ("bit 63", [Map(0, 65), On, Write(One, 63 * K4), Report(0, 64)], Bits((63, 1))),
        ("bit 64", [Map(0, 65), On, Write(One, 64 * K4), Report(0, 65)], Bits((64, 1))),
        ("odd start", [Map(0, 65), On, Write(One, 7 * K4), Report(7 * K4, 58)], Bits((0, 1))),
        ("coarse", [Map(0, 8), On, Write(One, 5 * K4), Report(0, 8, 1)], Bits((2, 1))),
        ("coarse from an odd page", [Map(0, 8), On, Write(One, 5 * K4), Report(K4, 6, 2)], Bits((1, 1))),
        ("over two mappings",
            [Map(0, 2), Map(0x4000, 2), On, Write(One, 0x1000), Write(Two, 0x5000), Report(0, 6)],
            Bits((1, 1), (5, 1))),
        ("after an unmap", [Map(0, 2), On, Write(One, 0), Unmap(0), Report(0, 2)], Bits((0, 1))),
        ("at the unmap", [Map(0, 2), On, Write(One, 0x1000), Unmap(0, true)], Bits((1, 1))),
        ("mapped late", [On, Map(0x7000, 2), Write(One, 0x8000), Report(0x7000, 2)], Bits((1, 1))),
        ("a second start", [Map(0, 2), On, Write(One, 0), On, Report(0, 2)], Bits((0, 1))),
        ("a second log",
            [Map(0, 2), On, Write(One, 0), new DirtyOperation.Stop(), On, Write(One, 0x1000), Report(0, 2)],
            Bits((1, 1))),
        ("while it is off", [Map(0, 2), Report(0, 2)], No),
        ("read early, given again",
            [Map(0, 2), On, BeginWrite(One, 0), Copy(0), EndWrite(2), Report(0, 2)],
            Bits((0, 1))),
    ];

    public static TheoryData<string> Names { get; } = [.. Vectors.Select(vector => vector.Name)];

    private static DirtyConfiguration Configuration => Of(Traits, WriterKind.Iommu, WriterKind.OwnLog);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reference_answers_as_written(string name) =>
        Assert.Equal(Written(name), Last(name, new DirtyReference(TrackerRules.Standard)));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_optimized_core_answers_as_written(string name) =>
        Assert.Equal(Written(name), Last(name, new OptimizedDirty()));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_judge_accepts_what_is_written(string name) =>
        Assert.Empty(Broken(Configuration, [.. Steps(name, Written(name))]));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_judge_accepts_no_answer_that_lacks_a_bit(string name)
    {
        if (Written(name) is not DirtyObservation.Bitmap { Dirty.Count: > 0 }) return;
        Assert.NotEmpty(Broken(Configuration, [.. Steps(name, Bits())]));
    }

    private static Observation Written(string name) => Vectors.Single(vector => vector.Name == name).Last;

    private static Observation Last(string name, ITarget<DirtyConfiguration, DirtyOperation> target)
    {
        target.Reset(Configuration);
        return Vectors.Single(vector => vector.Name == name).Operations.Select(target.Apply).ToList()[^1];
    }

    private static IEnumerable<Step> Steps(string name, Observation last)
    {
        var target = new DirtyReference(TrackerRules.Standard);
        target.Reset(Configuration);
        var operations = Vectors.Single(vector => vector.Name == name).Operations;
        var seen = operations.Select(target.Apply).ToList();
        seen[^1] = last;
        return operations.Zip(seen, (operation, answer) => new Step(operation, answer));
    }
}
