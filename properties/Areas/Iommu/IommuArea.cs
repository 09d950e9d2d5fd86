using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Engine;
using IoSpec.Invariants.Iommu;
using IoSpec.Reference.Iommu;
using IoSpec.Reference.Iommu.NotArchitectural;

namespace IoSpec.Areas.Iommu;

/// <summary>
/// The area <c>iommu</c>: an implementation that maps, unmaps, invalidates and translates for devices.
/// </summary>
public sealed class IommuArea : Area<IommuConfiguration, IommuState, IommuOperation>
{
    /// <inheritdoc/>
    public override string Id => IommuRequirements.Area;

    /// <inheritdoc/>
    public override RequirementTable Requirements => IommuRequirements.Table;

    /// <inheritdoc/>
    public override CoverTable Coverpoints => IommuCoverpoints.Table;

    /// <inheritdoc/>
    public override IReadOnlyList<Knob> Knobs { get; } =
    [
        new("dma", nameof(DmaDraw)),
        new("dma/boundary", nameof(AddressDraw)),
        new("fault", nameof(DmaDraw)),
        new("faults", nameof(IommuDraw)),
        new("faults/overflow", nameof(IommuConfigurations)),
        new("map", nameof(MappingDraw)),
        new("unmap", nameof(MappingDraw)),
        new("domain", nameof(DomainDraw)),
        new("attach", nameof(AttachmentDraw)),
        new("invalidate", nameof(ScopeDraw)),
    ];

    /// <inheritdoc/>
    public override Requirement Liveness => IommuRequirements.Live01;

    /// <inheritdoc/>
    public override Type CapabilitiesType => typeof(IommuCapabilities);

    /// <inheritdoc/>
    public override Operation ResetOperation => new IommuOperation.Reset();

    /// <inheritdoc/>
    protected override Type Observations => typeof(IommuObservation);

    /// <inheritdoc/>
    public override string? ProblemOf(Configuration configuration) => ((IommuConfiguration)configuration).Problem();

    /// <inheritdoc/>
    public override NotApplicable? Excludes(Requirement requirement, Capabilities? capabilities) =>
        capabilities is IommuCapabilities own ? IommuApplicability.Excludes(requirement, own) : null;

    /// <inheritdoc/>
    protected override Gen<IommuConfiguration> Configurations(Capabilities? capabilities) =>
        IommuConfigurations.For(capabilities as IommuCapabilities);

    /// <inheritdoc/>
    protected override IommuState Start(IommuConfiguration configuration) => new(configuration);

    /// <inheritdoc/>
    protected override IommuOperation Draw(IommuState plan, ref Choices choices, Capabilities? capabilities) =>
        IommuDraw.Next(plan, ref choices);

    /// <inheritdoc/>
    protected override IEnumerable<Shortcut> Shortcuts(
        IommuConfiguration configuration, IReadOnlyList<Operation> operations) =>
        IommuShortcuts.Of(configuration, operations);

    /// <inheritdoc/>
    protected override bool Applies(IommuState state, IommuOperation operation) => operation switch
    {
        IommuOperation.Dma dma => DmaForm.Applies(state, dma),
        IommuOperation.Interrupt interrupt => (state.Traits.Features & IommuFeatures.Interrupts) != 0
            && state.Configuration.Device(interrupt.Requester) is not null
            && InterruptWindow.Range.Contains(interrupt.At),
        _ => true,
    };

    /// <inheritdoc/>
    protected override Observation Answer(IommuState state, IommuOperation operation) =>
        IommuAnswer.To(state, IommuRules.Standard, VersionChoice.Now, operation);

    /// <inheritdoc/>
    protected override After Judge(
        IommuState state, IommuOperation operation, Observation seen, ref Verdicts verdicts) =>
        IommuJudge.Judge(state, operation, seen, ref verdicts);

    /// <inheritdoc/>
    protected override Invariant[] Invariants(IommuConfiguration configuration) =>
        [new NoLeakedPhysicalAddresses(configuration), new OnlyGrantedMemory(configuration)];
}
