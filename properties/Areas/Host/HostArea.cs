using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Host;
using IoSpec.Engine;
using IoSpec.Invariants.Host;
using IoSpec.Reference.Host;

namespace IoSpec.Areas.Host;

/// <summary>The area <c>host</c>: a whole host, composed of what the other areas describe.</summary>
public sealed class HostArea : Area<HostConfiguration, HostState, HostOperation>
{
    /// <inheritdoc/>
    public override string Id => HostRequirements.Area;

    /// <inheritdoc/>
    public override RequirementTable Requirements => HostRequirements.Table;

    /// <inheritdoc/>
    public override CoverTable Coverpoints => HostCoverpoints.Table;

    /// <inheritdoc/>
    public override IReadOnlyList<Knob> Knobs { get; } =
    [
        new("dma", nameof(HostDraw)),
        new("dma/inner", nameof(HostConfigurations)),
        new("dma/bypass", nameof(HostConfigurations)),
        new("ism", nameof(HostDraw)),
        new("layer", nameof(HostLayerDraw)),
        new("assign", nameof(HostDraw)),
        new("pasid", nameof(HostParentDraw)),
        new("pool", nameof(HostPoolDraw)),
        new("queue", nameof(HostQueueDraw)),
        new("migration", nameof(HostDraw)),
    ];

    /// <inheritdoc/>
    public override Requirement Liveness => HostRequirements.Live01;

    /// <inheritdoc/>
    protected override Type Observations => typeof(HostObservation);

    /// <inheritdoc/>
    public override string? ProblemOf(Configuration configuration) => ((HostConfiguration)configuration).Problem();

    /// <inheritdoc/>
    protected override Gen<HostConfiguration> Configurations(Capabilities? capabilities) => HostConfigurations.Any;

    /// <inheritdoc/>
    protected override HostState Start(HostConfiguration configuration) => new(configuration);

    /// <inheritdoc/>
    protected override HostOperation Draw(HostState plan, ref Choices choices, Capabilities? capabilities) =>
        HostDraw.Next(plan, ref choices);

    /// <inheritdoc/>
    protected override IEnumerable<Shortcut> Shortcuts(
        HostConfiguration configuration, IReadOnlyList<Operation> operations) =>
        HostShortcuts.Of(configuration, operations);

    /// <inheritdoc/>
    protected override bool Applies(HostState state, HostOperation operation) => HostForm.Applies(state, operation);

    /// <inheritdoc/>
    protected override Observation Answer(HostState state, HostOperation operation) => HostAnswer.To(state, operation);

    /// <inheritdoc/>
    protected override After Judge(
        HostState state, HostOperation operation, Observation seen, ref Verdicts verdicts) =>
        HostJudge.Judge(state, operation, seen, ref verdicts);

    /// <inheritdoc/>
    protected override Invariant[] Invariants(HostConfiguration configuration) => HostInvariants.Of(configuration);
}
