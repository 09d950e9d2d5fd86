using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;
using IoSpec.Engine;
using IoSpec.Reference.Dirty;

namespace IoSpec.Areas.Dirty;

/// <summary>The area <c>dirty</c>: a tracker of the pages that devices write.</summary>
public sealed class DirtyArea : Area<DirtyConfiguration, DirtyState, DirtyOperation>
{
    /// <inheritdoc/>
    public override string Id => DirtyRequirements.Area;

    /// <inheritdoc/>
    public override RequirementTable Requirements => DirtyRequirements.Table;

    /// <inheritdoc/>
    public override CoverTable Coverpoints => DirtyCoverpoints.Table;

    /// <inheritdoc/>
    public override IReadOnlyList<Knob> Knobs { get; } =
    [
        new("window", nameof(WindowDraw)),
    ];

    /// <inheritdoc/>
    public override Requirement Liveness => DirtyRequirements.Live01;

    /// <inheritdoc/>
    public override Type CapabilitiesType => typeof(DirtyCapabilities);

    /// <inheritdoc/>
    protected override Type Observations => typeof(DirtyObservation);

    /// <inheritdoc/>
    public override string? ProblemOf(Configuration configuration) => ((DirtyConfiguration)configuration).Problem();

    /// <inheritdoc/>
    public override NotApplicable? Excludes(Requirement requirement, Capabilities? capabilities) =>
        capabilities is DirtyCapabilities own ? DirtyApplicability.Excludes(requirement, own) : null;

    /// <inheritdoc/>
    protected override Gen<DirtyConfiguration> Configurations(Capabilities? capabilities) =>
        DirtyConfigurations.For(capabilities as DirtyCapabilities);

    /// <inheritdoc/>
    protected override DirtyState Start(DirtyConfiguration configuration) => new(configuration);

    /// <inheritdoc/>
    protected override DirtyOperation Draw(DirtyState plan, ref Choices choices, Capabilities? capabilities) =>
        DirtyDraw.Next(plan, ref choices);

    /// <inheritdoc/>
    protected override IEnumerable<Shortcut> Shortcuts(
        DirtyConfiguration configuration, IReadOnlyList<Operation> operations) =>
        DirtyShortcuts.Of(configuration, operations);

    /// <inheritdoc/>
    protected override bool Applies(DirtyState state, DirtyOperation operation) =>
        DirtyForm.Applies(state, operation);

    /// <inheritdoc/>
    protected override Observation Answer(DirtyState state, DirtyOperation operation) =>
        TrackerAnswer.To(state.Model, operation);

    /// <inheritdoc/>
    protected override After Judge(
        DirtyState state, DirtyOperation operation, Observation seen, ref Verdicts verdicts) =>
        DirtyJudge.Judge(state, operation, seen, ref verdicts);
}
