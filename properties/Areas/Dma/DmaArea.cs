using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Engine;
using IoSpec.Reference.Dma;

namespace IoSpec.Areas.Dma;

/// <summary>The area <c>dma</c>: a guest's layer that maps memory for devices, on a hypervisor with limits.</summary>
public sealed class DmaArea : Area<DmaConfiguration, DmaState, DmaOperation>
{
    /// <inheritdoc/>
    public override string Id => DmaRequirements.Area;

    /// <inheritdoc/>
    public override RequirementTable Requirements => DmaRequirements.Table;

    /// <inheritdoc/>
    public override CoverTable Coverpoints => DmaCoverpoints.Table;

    /// <inheritdoc/>
    public override IReadOnlyList<Knob> Knobs { get; } =
    [
        new("map", nameof(DmaDraw)),
        new("unmap", nameof(DmaDraw)),
        new("access", nameof(DmaDraw)),
        new("time", nameof(DmaDraw)),
        new("map/full-and-cured", nameof(DmaConfigurations)),
        new("map/full-for-good", nameof(DmaConfigurations)),
    ];

    /// <inheritdoc/>
    public override Requirement Liveness => DmaRequirements.Live01;

    /// <inheritdoc/>
    public override Type CapabilitiesType => typeof(DmaCapabilities);

    /// <inheritdoc/>
    protected override Type Observations => typeof(DmaObservation);

    /// <inheritdoc/>
    public override string? ProblemOf(Configuration configuration) => ((DmaConfiguration)configuration).Problem();

    /// <inheritdoc/>
    public override NotApplicable? Excludes(Requirement requirement, Capabilities? capabilities) =>
        capabilities is DmaCapabilities own ? DmaApplicability.Excludes(requirement, own.Configuration) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<FailingCall> FailingCalls { get; } =
    [
        .. Enum.GetValues<InnerCall>().Select(call => new FailingCall(
            call.ToString(),
            (operation, n) => operation is DmaOperation.Map ? [new DmaOperation.Fail(call, n), operation] : null,
            operation => operation is DmaOperation.Fail fail && fail.Call == call ? null : operation)),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Alternative> Alternatives() => MeteredDma.Alternatives();

    /// <inheritdoc/>
    protected override Gen<DmaConfiguration> Configurations(Capabilities? capabilities) =>
        DmaConfigurations.For(capabilities as DmaCapabilities);

    /// <inheritdoc/>
    protected override DmaState Start(DmaConfiguration configuration) => new(configuration);

    /// <inheritdoc/>
    protected override DmaOperation Draw(DmaState plan, ref Choices choices, Capabilities? capabilities) =>
        DmaDraw.Next(plan, ref choices);

    /// <inheritdoc/>
    protected override IEnumerable<Shortcut> Shortcuts(
        DmaConfiguration configuration, IReadOnlyList<Operation> operations) =>
        DmaShortcuts.Of(configuration, operations);

    /// <inheritdoc/>
    protected override bool Applies(DmaState state, DmaOperation operation) => DmaForm.Applies(state, operation);

    /// <inheritdoc/>
    protected override Observation Answer(DmaState state, DmaOperation operation) => state.Answer(operation);

    /// <inheritdoc/>
    protected override After Judge(
        DmaState state, DmaOperation operation, Observation seen, ref Verdicts verdicts) =>
        DmaJudge.Judge(state, operation, seen, ref verdicts);
}
