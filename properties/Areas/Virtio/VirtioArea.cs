using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;
using IoSpec.Engine;
using IoSpec.Reference.Virtio;

namespace IoSpec.Areas.Virtio;

/// <summary>
/// The area <c>virtio</c>: a device with a queue, split or packed, before memory that it may have to share.
/// </summary>
public sealed class VirtioArea : Area<VirtioConfiguration, VirtioState, VirtioOperation>
{
    /// <inheritdoc/>
    public override string Id => VirtioRequirements.Area;

    /// <inheritdoc/>
    public override RequirementTable Requirements => VirtioRequirements.Table;

    /// <inheritdoc/>
    public override CoverTable Coverpoints => VirtioCoverpoints.Table;

    /// <inheritdoc/>
    public override IReadOnlyList<Knob> Knobs { get; } =
    [
        new("platform", nameof(VirtioConfigurations)),
        new("cell", nameof(VirtioConfigurations)),
        new("ring", nameof(ChainDraw)),
        new("buffer", nameof(ChainDraw)),
    ];

    /// <inheritdoc/>
    public override Requirement Liveness => VirtioRequirements.Live01;

    /// <inheritdoc/>
    public override Type CapabilitiesType => typeof(VirtioCapabilities);

    /// <inheritdoc/>
    public override NotApplicable? Excludes(Requirement requirement, Capabilities? capabilities) =>
        capabilities is VirtioCapabilities own ? VirtioApplicability.Excludes(requirement, own) : null;

    /// <inheritdoc/>
    protected override Type Observations => typeof(VirtioObservation);

    /// <inheritdoc/>
    public override string? ProblemOf(Configuration configuration) => ((VirtioConfiguration)configuration).Problem();

    /// <inheritdoc/>
    protected override Gen<VirtioConfiguration> Configurations(Capabilities? capabilities) =>
        VirtioConfigurations.For(capabilities as VirtioCapabilities);

    /// <inheritdoc/>
    protected override VirtioState Start(VirtioConfiguration configuration) => new(configuration);

    /// <inheritdoc/>
    protected override VirtioOperation Draw(VirtioState plan, ref Choices choices, Capabilities? capabilities) =>
        VirtioDraw.Next(
            plan, ref choices, DriverHabit.Of(choices),
            VirtioApplicability.HasBusMaster(capabilities as VirtioCapabilities));

    /// <inheritdoc/>
    protected override IEnumerable<Shortcut> Shortcuts(
        VirtioConfiguration configuration, IReadOnlyList<Operation> operations) =>
        VirtioShortcuts.Of(configuration, operations);

    /// <inheritdoc/>
    protected override bool Applies(VirtioState state, VirtioOperation operation) =>
        VirtioForm.Applies(state, operation);

    /// <inheritdoc/>
    protected override Observation Answer(VirtioState state, VirtioOperation operation) =>
        VirtioAnswer.To(state.Model, operation);

    /// <inheritdoc/>
    protected override After Judge(
        VirtioState state, VirtioOperation operation, Observation seen, ref Verdicts verdicts) =>
        VirtioJudge.Judge(state, operation, seen, ref verdicts);
}
