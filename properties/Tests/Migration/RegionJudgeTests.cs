using IoSpec.Areas.Migration;
using IoSpec.Contracts;
using IoSpec.Contracts.Migration;
using IoSpec.Engine;
using IoSpec.Reference.Migration;
using Xunit;
using static IoSpec.Contracts.Migration.MigrationObservation;

namespace IoSpec.Tests.Migration;

/// <summary>Devices of the first version of the interface: their bits, and the window of their region.</summary>
public sealed class RegionJudgeTests
{
    private const RegionBits PreCopy = RegionBits.Saving | RegionBits.Running;
    private const RegionBits Error = RegionBits.Saving | RegionBits.Resuming;
    private const MigrationFeatures Features =
        MigrationFeatures.FailsOnDemand | MigrationFeatures.Watching | MigrationFeatures.Registers;

    private static readonly RegionTraits Traits =
        new(HasNoDma: true, Features, Registers: 1, new ByteCount(48), new ByteCount(24));

    private static readonly Failed Refused = new(MigrationError.Invalid);
    private static readonly MigrationOperation WriteRegister =
        new MigrationOperation.WriteRegister(Toucher.User, new RegisterIndex(0), new Word(7));

    private static (MigrationOperation, Observation)[] Saved =>
    [
        (WriteRegister, Done.Instance), (Set(RegionBits.Saving), Done.Instance),
        (Read(RegionField.PendingBytes), Is(16)), (Read(RegionField.DataOffset), Is(32)),
        (new MigrationOperation.CopyOut(), new Transferred(new ByteCount(16))), (Read(RegionField.PendingBytes), Is(0)),
        (new MigrationOperation.Reset(), Done.Instance), (Set(RegionBits.Resuming), Done.Instance),
    ];

    [Theory]
    [InlineData(RegionBits.Saving, "MIGRATION-BIT-01")]
    [InlineData(PreCopy, "MIGRATION-BIT-01")]
    [InlineData(RegionBits.Running | RegionBits.NoDma, "MIGRATION-BIT-02")]
    public void A_legal_word_is_not_refused(RegionBits to, string broken) =>
        Assert.Equal([broken], Broken((Set(to), Refused)));

    [Theory]
    [InlineData(RegionBits.Resuming | RegionBits.Running)]
    [InlineData(Error)]
    [InlineData(Error | RegionBits.Running)]
    public void A_word_that_is_no_state_is_refused(RegionBits to)
    {
        Assert.Equal(["MIGRATION-BIT-03"], Broken((Set(to), Done.Instance)));
        Assert.Empty(Broken((Set(to), Refused), (Read(RegionField.DeviceState), Is(1))));
        Assert.Empty(Broken((Set(to), Refused), (Read(RegionField.DeviceState), Is((ulong)Error))));
        Assert.Equal(["MIGRATION-BIT-04"], Broken((Set(to), Refused), (Read(RegionField.DeviceState), Is(0))));
    }

    [Fact]
    public void That_the_word_changes_on_its_own_is_held_against_nobody() => Assert.Empty(Broken(
        (Read(RegionField.DeviceState), Is(1)), (Read(RegionField.DeviceState), Is(0)),
        (Read(RegionField.DeviceState), Is(0))));

    [Fact]
    public void What_the_drafts_alone_say_is_not_demanded()
    {
        Assert.Equal(Level.Should, MigrationRequirements.Bit05.Level);
        Assert.Equal(Level.Should, MigrationRequirements.Bit06.Level);
        Assert.Equal(Level.Should, MigrationRequirements.Win07.Level);
    }

    [Theory]
    [InlineData(RegionBits.Running, true)]
    [InlineData(Error, true)]
    [InlineData(RegionBits.None, false)]
    public void After_a_failure_the_word_is_the_one_before_or_that_of_an_error(RegionBits seen, bool isAllowed) =>
        Assert.Equal(isAllowed ? [] : ["MIGRATION-BIT-04"], Broken(
            (new MigrationOperation.FailNext(0), Done.Instance), (Set(PreCopy), Refused),
            (Read(RegionField.DeviceState), Is((ulong)seen))));

    [Fact]
    public void An_error_is_left_by_a_reset_only()
    {
        (MigrationOperation, Observation)[] failed =
        [
            (new MigrationOperation.FailNext(1), Done.Instance), (Set(PreCopy), Refused),
            (Read(RegionField.DeviceState), Is((ulong)Error)),
        ];
        Assert.Equal(["MIGRATION-BIT-05"], Broken([.. failed, (Set(RegionBits.Running), Done.Instance)]));
        Assert.Empty(Broken(
            [.. failed, (new MigrationOperation.Reset(), Done.Instance), (Read(RegionField.DeviceState), Is(1))]));
    }

    [Theory]
    [InlineData(16, 16, "")]
    [InlineData(16, 8, "")]
    [InlineData(16, 1024, "")]
    [InlineData(16, 0, "MIGRATION-WIN-01")]
    [InlineData(0, 0, "")]
    [InlineData(0, 16, "MIGRATION-WIN-03")]
    public void Of_what_is_pending_it_counts_whether_it_is_zero(ulong first, ulong again, string broken) =>
        Assert.Equal(broken.Length == 0 ? [] : [broken], Broken(
            (Set(RegionBits.Saving), Done.Instance), (Read(RegionField.PendingBytes), Is(first)),
            (Read(RegionField.PendingBytes), Is(again))));

    [Theory]
    [InlineData(0, true)]
    [InlineData(8, false)]
    public void Behind_all_that_there_can_be_nothing_is_pending(ulong left, bool isAllowed) =>
        Assert.Equal(isAllowed ? [] : ["MIGRATION-WIN-03"], Broken(
            (Set(RegionBits.Saving), Done.Instance), (Read(RegionField.PendingBytes), Is(1024)),
            (Read(RegionField.DataOffset), Is(32)),
            (new MigrationOperation.CopyOut(), new Transferred(new ByteCount(16))),
            (Read(RegionField.PendingBytes), Is(1024)), (Read(RegionField.DataOffset), Is(32)),
            (new MigrationOperation.CopyOut(), new Transferred(new ByteCount(8))),
            (Read(RegionField.PendingBytes), Is(left))));

    [Theory]
    [InlineData(8, true)]
    [InlineData(16, false)]
    public void What_is_copied_is_no_more_than_there_can_be(ulong last, bool isAllowed) =>
        Assert.Equal(isAllowed ? [] : ["MIGRATION-WIN-03"], Broken(
            (Set(RegionBits.Saving), Done.Instance), (Read(RegionField.PendingBytes), Is(1024)),
            (Read(RegionField.DataOffset), Is(32)),
            (new MigrationOperation.CopyOut(), new Transferred(new ByteCount(16))),
            (Read(RegionField.PendingBytes), Is(1024)), (Read(RegionField.DataOffset), Is(32)),
            (new MigrationOperation.CopyOut(), new Transferred(new ByteCount(last)))));

    [Theory]
    [InlineData(32, 16, true)]
    [InlineData(24, 16, false)]
    [InlineData(32, 17, false)]
    [InlineData(ulong.MaxValue, 16, false)]
    public void A_segment_lies_in_the_region_behind_its_fields(ulong offset, ulong size, bool isAllowed) =>
        Assert.Equal(isAllowed, Broken(
            (Set(RegionBits.Saving), Done.Instance), (Read(RegionField.PendingBytes), Is(16)),
            (Read(RegionField.DataOffset), Is(offset)), (Read(RegionField.DataSize), Is(size))).Count == 0);

    [Theory]
    [InlineData(32, 16, "")]
    [InlineData(40, 16, "MIGRATION-WIN-02")]
    [InlineData(40, 8, "MIGRATION-WIN-07")]
    public void A_segment_is_the_same_until_pending_bytes_is_read(ulong again, ulong size, string broken) =>
        Assert.Equal(broken.Length == 0 ? [] : [broken], Broken(
            (Set(RegionBits.Saving), Done.Instance), (Read(RegionField.PendingBytes), Is(16)),
            (Read(RegionField.DataOffset), Is(32)), (Read(RegionField.DataSize), Is(size)),
            (Read(RegionField.DataOffset), Is(again))));

    [Fact]
    public void What_was_saved_is_there_after_it_was_loaded()
    {
        (MigrationOperation, Observation)[] loaded =
        [
            .. Saved, (new MigrationOperation.CopyIn(new Held(4)), Done.Instance),
            (Set(RegionBits.Running), Done.Instance),
        ];
        var read = new MigrationOperation.ReadRegister(new RegisterIndex(0));
        Assert.Empty(Broken([.. loaded, (read, Is(7))]));
        Assert.Equal(["MIGRATION-WIN-05"], Broken([.. loaded, (read, Is(0))]));
        Assert.Equal(["MIGRATION-WIN-06"], Broken([.. loaded[..^1], (Set(RegionBits.Running), Refused)]));
    }

    [Theory]
    [InlineData(RegionBits.Saving)]
    [InlineData(Error)]
    public void An_error_may_end_the_loop_that_reads(RegionBits seen)
    {
        (MigrationOperation, Observation)[] loop =
        [
            (Set(RegionBits.Saving), Done.Instance), (Read(RegionField.PendingBytes), Is(16)),
            (Read(RegionField.DataOffset), Is(32)), (Read(RegionField.DataSize), Is(16)),
            (new MigrationOperation.CopyOut(), new Transferred(new ByteCount(16))),
        ];
        for (var failing = 1; failing < loop.Length; failing++)
        {
            Assert.Empty(Broken(
                [
                    .. loop[..failing], (loop[failing].Item1, Refused),
                    (Read(RegionField.DeviceState), Is((ulong)seen)),
                ]));
        }
    }

    [Fact]
    public void What_was_read_before_an_error_is_no_whole_stream() => Assert.Empty(Broken(
        (WriteRegister, Done.Instance), (Set(RegionBits.Saving), Done.Instance),
        (Read(RegionField.PendingBytes), Is(16)), (Read(RegionField.DataOffset), Is(32)),
        (new MigrationOperation.CopyOut(), Refused), (Read(RegionField.DeviceState), Is(2)),
        (Read(RegionField.PendingBytes), Is(0)), (new MigrationOperation.Reset(), Done.Instance),
        (Set(RegionBits.Resuming), Done.Instance), (Set(RegionBits.Running), Done.Instance),
        (new MigrationOperation.ReadRegister(new RegisterIndex(0)), Is(0))));

    [Theory]
    [InlineData(RegionBits.Resuming)]
    [InlineData(Error)]
    public void An_error_may_end_the_loop_that_writes(RegionBits seen) => Assert.Empty(Broken(
        [
            .. Saved, (new MigrationOperation.CopyIn(new Held(4)), Refused),
            (Read(RegionField.DeviceState), Is((ulong)seen)),
            .. seen == Error ? [] : new (MigrationOperation, Observation)[] { (Set(RegionBits.Running), Refused) },
        ]));

    [Theory]
    [InlineData(DeviceWork.Memory, false)]
    [InlineData(DeviceWork.Interrupts, true)]
    public void With_NDMA_a_device_may_interrupt_and_not_write(DeviceWork seen, bool isAllowed) =>
        Assert.Equal(isAllowed ? [] : ["MIGRATION-NDM-01"], Broken(
            (new MigrationOperation.StartWork(DeviceWork.Memory | DeviceWork.Interrupts), Done.Instance),
            (Set(RegionBits.Running | RegionBits.NoDma), Done.Instance),
            (new MigrationOperation.Watch(), new Active(seen))));

    [Fact]
    public void A_device_that_has_the_first_version_is_judged_by_that_one()
    {
        var area = new MigrationArea();
        var own = new MigrationCapabilities(
            Devices.Full, [], [], new RegionTraits(false, Features, 1, new ByteCount(48), new ByteCount(24)));
        Assert.Null(area.Excludes(MigrationRequirements.Win05, own));
        Assert.Null(area.Excludes(MigrationRequirements.Live01, own));
        Assert.NotNull(area.Excludes(MigrationRequirements.Ndm01, own));
        Assert.NotNull(area.Excludes(MigrationRequirements.Arc01, own));
        Assert.NotNull(area.Excludes(MigrationRequirements.Bit01, own with { Region = null }));
    }

    [Fact]
    public void A_device_that_cannot_be_made_to_fail_or_watched_is_not_judged_by_that()
    {
        var area = new MigrationArea();
        var bare = Traits with { Features = MigrationFeatures.None };
        var own = new MigrationCapabilities(
            Devices.Full, [new MissingMigrationFeature(MigrationFeatures.FailsOnDemand, "it has no such control")],
            [new MissingMigrationFeature(MigrationFeatures.Watching | MigrationFeatures.Registers, "it is not seen")],
            bare);
        Assert.Equal(NotApplicableKind.Absent, area.Excludes(MigrationRequirements.Cap01, own)?.Kind);
        Assert.Equal(NotApplicableKind.Absent, area.Excludes(MigrationRequirements.Bit04, own)?.Kind);
        Assert.Equal(NotApplicableKind.Unreachable, area.Excludes(MigrationRequirements.Act01, own)?.Kind);
        Assert.Equal(NotApplicableKind.Unreachable, area.Excludes(MigrationRequirements.Win05, own)?.Kind);
        Assert.Null(area.Excludes(MigrationRequirements.Bit01, own));
        var settings = new CampaignSettings { Seed = 1, Cases = 200 };
        var result = new Campaign(area, settings, null).RunHere(new TargetSource("", false, () => new Plain(own)));
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}"));
        Assert.NotEqual(0ul, result.Evidence.Hits[MigrationRequirements.Win02.Index]);
    }

    [Fact]
    public void A_device_is_judged_whose_streams_are_short_and_whose_region_is_long()
    {
        var traits = Traits with { Registers = 5, Size = new ByteCount(1ul << 40), Longest = new ByteCount(48) };
        Assert.Null(new MigrationConfiguration.Region(traits).Problem());
        Assert.NotNull(new MigrationConfiguration.Region(traits with { Longest = new ByteCount(10) }).Problem());
        var own = new MigrationCapabilities(Devices.Full, [], [], traits);
        var settings = new CampaignSettings { Seed = 1, Cases = 200 };
        var result = new Campaign(new MigrationArea(), settings, null).RunHere(
            new TargetSource("", false, () => new Declared(own)));
        Assert.Empty(result.Failures.Select(failure => $"{failure.Signature}"));
        Assert.NotEqual(0ul, result.Evidence.Hits[MigrationRequirements.Win05.Index]);
    }

    private static MigrationOperation Set(RegionBits to) => new MigrationOperation.SetBits(to);

    private static MigrationOperation Read(RegionField field) => new MigrationOperation.ReadField(field);

    private static Holds Is(ulong value) => new(new Word(value));

    private static List<string> Broken(params (MigrationOperation Operation, Observation Seen)[] steps)
    {
        var (referee, broken) = (new Referee(new MigrationArea()), new List<string>());
        referee.Start(new MigrationConfiguration.Region(Traits));
        foreach (var (operation, seen) in steps)
        {
            Assert.True(referee.Applies(operation), $"{operation} does not apply");
            referee.Step(operation, seen);
            broken.AddRange(referee.Violations.Select(violation => violation.Requirement.Id));
        }

        return broken;
    }

    // A device without any control for tests.
    private sealed class Plain(MigrationCapabilities own) : ITarget<MigrationConfiguration, MigrationOperation>
    {
        private readonly MigrationReference _device = new(MigrationRules.Standard, GroupRules.Standard);

        public TargetIdentity Identity => _device.Identity;

        public Capabilities Capabilities => own;

        public void Reset(MigrationConfiguration configuration) => _device.Reset(configuration);

        public Observation Apply(MigrationOperation operation) => operation is
            MigrationOperation.FailNext or MigrationOperation.Watch or MigrationOperation.StartWork
            or MigrationOperation.ReadRegister or MigrationOperation.WriteRegister
            ? new Unsupported("no control")
            : _device.Apply(operation);
    }

    private sealed class Declared(MigrationCapabilities own) : ITarget<MigrationConfiguration, MigrationOperation>
    {
        private readonly MigrationReference _device = new(MigrationRules.Standard, GroupRules.Standard);

        public TargetIdentity Identity => _device.Identity;

        public Capabilities Capabilities => own;

        public void Reset(MigrationConfiguration configuration) => _device.Reset(configuration);

        public Observation Apply(MigrationOperation operation) => _device.Apply(operation);
    }
}
