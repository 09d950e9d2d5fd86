using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Contracts;

public sealed class JudgingTests
{
    [Fact]
    public void Verdicts_count_evidence_coverage_and_violations()
    {
        var hits = new uint[IommuRequirements.Table.All.Count];
        var covered = new uint[IommuCoverpoints.Table.All.Count];
        var violations = new List<Violation>();
        var verdicts = new Verdicts(hits, covered, violations);
        verdicts.Met(IommuRequirements.Map01);
        verdicts.Violate(IommuRequirements.Map02, "pieces", Deviation.Stale, "a fault", "memory");
        verdicts.Cover(IommuCoverpoints.Faults);
        verdicts.GiveUp();
        Assert.Equal(1u, hits[IommuRequirements.Map01.Index]);
        Assert.Equal(1u, hits[IommuRequirements.Map02.Index]);
        Assert.Equal(1u, covered[IommuCoverpoints.Faults.Index]);
        Assert.Equal(1u, verdicts.Ambiguous);
        var only = new Violation(IommuRequirements.Map02, "pieces", Deviation.Stale, "a fault", "memory");
        Assert.Equal(only, Assert.Single(violations));
    }

    [Theory]
    [InlineData(Level.Must, Axis.Safety, Basis.Text, true)]
    [InlineData(Level.Must, Axis.Function, Basis.Code, true)]
    [InlineData(Level.Should, Axis.Safety, Basis.Text, false)]
    [InlineData(Level.Must, Axis.Precision, Basis.Text, false)]
    [InlineData(Level.Must, Axis.Safety, Basis.Memory, false)]
    public void Only_a_binding_requirement_with_a_source_fails(Level level, Axis axis, Basis basis, bool fails)
    {
        var requirement = new Requirement
        {
            Id = "X-Y-01",
            Statement = "It holds.",
            Source = "here",
            Level = level,
            Axis = axis,
            Basis = basis,
            Severity = Severity.Low,
        };
        Assert.Equal(fails, requirement.Fails);
        Assert.Equal(("", "", "", -1), (requirement.Since, requirement.Until, requirement.Area, requirement.Index));
    }

    [Fact]
    public void A_signature_is_printed_as_waivers_name_it() => Assert.Equal(
        "IOMMU-INV-01/pieces/dma/wrongvalue",
        new Signature("IOMMU-INV-01", "pieces", "dma", Deviation.WrongValue).ToString());

    [Fact]
    public void A_target_that_does_one_by_one_does_several_in_order()
    {
        var target = new Echo();
        var seen = new Observation[2];
        ITarget<IommuConfiguration, IommuOperation> typed = target;
        typed.ApplyAll([new IommuOperation.Reset(), new IommuOperation.ReadFaults()], seen);
        Assert.Equal([new Unsupported("reset"), new Unsupported("readFaults")], seen);
        Assert.Null(typed.Capabilities);
    }

    [Fact]
    public void Lost_and_unavailable_targets_say_why()
    {
        var lost = new TargetLostException(Loss.Hung, "no answer");
        Assert.Equal((Loss.Hung, "no answer"), (lost.Kind, lost.Message));
        Assert.Equal("no program", new TargetUnavailableException("no program").Message);
    }

    [Fact]
    public void A_width_and_reserved_ranges_bound_what_can_be_mapped()
    {
        var traits = IommuSamples.Traits;
        Assert.True(traits.IsWithinWidth(new Iova(0xffff_ffff_ffff)));
        Assert.False(traits.IsWithinWidth(new Iova(0x1_0000_0000_0000)));
        Assert.True((traits with { AddressWidth = 64 }).IsWithinWidth(new Iova(ulong.MaxValue)));
        Assert.True(traits.IsReserved(IovaRange.All));
        Assert.False(traits.IsReserved(new IovaRange(new Iova(0), new Iova(0xfedf_ffff))));
    }

    [Fact]
    public void A_configuration_finds_its_devices_and_its_memory()
    {
        var configuration = IommuSamples.Configuration;
        Assert.Same(configuration.Devices[1], configuration.Device(configuration.Devices[1].Requester));
        Assert.Null(configuration.Device(new RequesterId(0xdead)));
        Assert.True(configuration.Holds(new Gpa(0x80000000), new PageCount(512)));
        Assert.False(configuration.Holds(new Gpa(0x80000000), new PageCount(513)));
    }

    private sealed class Echo : ITarget<IommuConfiguration, IommuOperation>
    {
        public TargetIdentity Identity => new("echo", "");

        public void Reset(IommuConfiguration configuration)
        {
        }

        public Observation Apply(IommuOperation operation) =>
            new Unsupported(((Shape.Union)Shape.Of(typeof(IommuOperation))).CaseOf(operation).Name);
    }
}
