using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>What speaks against a request, and the statuses that it may have for that.</summary>
/// <param name="requirements">The requirements of requests.</param>
internal sealed class Objections(RequestRequirements requirements)
{
    private readonly List<int> _statuses = [];
    private string? _must;
    private string? _should;
    private string? _open;

    /// <summary>Whether there are none.</summary>
    public bool AreNone => _must is null && _should is null && _open is null;

    /// <summary>The device must reject it.</summary>
    public void Must(string what, int status)
    {
        _must ??= what;
        _statuses.Add(status);
    }

    /// <summary>The device should reject it.</summary>
    public void Should(string what, params ReadOnlySpan<int> statuses)
    {
        _should ??= what;
        _statuses.AddRange(statuses);
    }

    /// <summary>Nothing is told of it.</summary>
    public void Open(string what) => _open ??= what;

    /// <summary>What may be answered.</summary>
    /// <param name="request">The request.</param>
    /// <param name="plain">What it is if there are no objections, the requirement, and its statuses.</param>
    /// <param name="change">What it changes.</param>
    public ViommuTerms TermsOf(
        ViommuBytes request, (string What, Requirement? Decides, ValueList<int> Statuses) plain, ViommuChange change)
    {
        // What may be refused anyhow may be refused for that.
        _statuses.AddRange(plain.Statuses.Where(status => status != ViommuStatus.Ok));
        if (_must is { } must)
        {
            if (_open is not null) _statuses.AddRange(ViommuStatus.Failing);
            return new ViommuTerms(request, must, requirements.Rejected, [.. _statuses.Distinct()], change);
        }

        if (_open is { } open) return new ViommuTerms(request, open, null, ViommuStatus.Any, change);
        return _should is { } should
            ? new ViommuTerms(request, should, requirements.Advised, [.. _statuses.Distinct()], change)
            : new ViommuTerms(request, plain.What, plain.Decides, plain.Statuses, change);
    }
}
