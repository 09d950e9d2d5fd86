namespace IoSpec.Contracts.Walk;

/// <summary>What a unit of one format must do with requests that it answers.</summary>
public sealed class RequestRequirements
{
    internal RequestRequirements(InterruptRequirements.AddRequirement add, RequestSources from)
    {
        Done = add(
            "REQ-01", "A request that nothing speaks against is done, and its status is OK.",
            from.Success, Axis.Function, Severity.High, level: Level.Should);
        Rejected = add(
            "REQ-02", "A request that the device must reject has the status that is due.",
            from.Rejection, Axis.Function, Severity.Medium);
        Advised = add(
            "REQ-03", "A request that the device should reject has a status that is due.",
            from.Advice, Axis.Function, Severity.Medium, level: Level.Should);
        Ignored = add(
            "REQ-04", "A reserved field that the device must ignore makes no difference.",
            from.Reserved, Axis.Function, Severity.Medium);
        Unwritten = add(
            "REQ-05", "A request of no known type, or without head or room for a tail, comes back unwritten.",
            from.Unparsed, Axis.Function, Severity.Low, level: Level.Should);
        Status = add(
            "REQ-06", "The status of a request is where its buffer ends.",
            from.Status, Axis.Function, Severity.High);
        Zeros = add(
            "REQ-07", "What follows the status or the last property is zero.",
            from.Zeros, Axis.Function, Severity.Low, level: Level.Should);
        Properties = add(
            "REQ-08", "A probe tells each region that is reserved, one property after the other.",
            from.Properties, Axis.Function, Severity.Medium);
        Spares = add(
            "REQ-09", "A removal that would split a mapping removes none.",
            from.Removal, Axis.Function, Severity.Medium, level: Level.Should);
        Length = add(
            "REQ-10", "The length that is used covers all that was written.",
            from.Length, Axis.Function, Severity.Low, level: Level.Should);
    }

    /// <summary>REQ-01.</summary>
    public Requirement Done { get; }

    /// <summary>REQ-02.</summary>
    public Requirement Rejected { get; }

    /// <summary>REQ-03.</summary>
    public Requirement Advised { get; }

    /// <summary>REQ-04.</summary>
    public Requirement Ignored { get; }

    /// <summary>REQ-05.</summary>
    public Requirement Unwritten { get; }

    /// <summary>REQ-06.</summary>
    public Requirement Status { get; }

    /// <summary>REQ-07.</summary>
    public Requirement Zeros { get; }

    /// <summary>REQ-08.</summary>
    public Requirement Properties { get; }

    /// <summary>REQ-09.</summary>
    public Requirement Spares { get; }

    /// <summary>REQ-10.</summary>
    public Requirement Length { get; }
}
