using System.Globalization;
using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>What a fault record says; what a record leaves open is null.</summary>
/// <param name="Code">The code.</param>
/// <param name="Requester">The requester.</param>
/// <param name="Pasid">The PASID that the record marks as valid, or null.</param>
/// <param name="HasPasid">Whether records of this kind say which PASID the request had.</param>
/// <param name="Page">The page of the address.</param>
/// <param name="Writes">Whether it was a write.</param>
/// <param name="Privileged">Whether it was privileged.</param>
/// <param name="Executes">Whether it was an instruction fetch.</param>
/// <param name="Second">The second address.</param>
/// <param name="SecondStage">Whether the second stage faulted.</param>
/// <param name="Class">What was being read.</param>
public readonly record struct FaultFields(
    int Code,
    RequesterId? Requester,
    Pasid? Pasid,
    bool HasPasid,
    Iova? Page,
    bool? Writes,
    bool? Privileged,
    bool? Executes,
    Gpa? Second,
    bool? SecondStage,
    int? Class)
{
    /// <summary>The number of the interrupt that was not delivered.</summary>
    public uint? Index { get; init; }

    /// <summary>Bits that are 1 in the record and have no meaning.</summary>
    public Word Undefined { get; init; }

    /// <summary>The record in words, as what is expected of one is told.</summary>
    /// <returns>One line.</returns>
    public override string ToString()
    {
        var who = Requester is { } requester ? $"{requester}" : "some requester";
        var parts = new List<string> { $"a record of {who}" };
        if (Pasid is { } pasid) parts.Add($"PASID {pasid}");
        if (Page is { } page) parts.Add($"page {page}");
        if (Writes is { } writes) parts.Add(writes ? "Write" : Executes is true ? "Execute" : "Read");
        parts.Add($"code 0x{Code:x}");
        if (Second is { } second) parts.Add($"second address {second}");
        if (SecondStage is { } isSecond) parts.Add(isSecond ? "second stage" : "first stage");
        if (Class is { } kind) parts.Add(string.Create(CultureInfo.InvariantCulture, $"class {kind}"));
        if (Index is { } index) parts.Add(string.Create(CultureInfo.InvariantCulture, $"interrupt {index}"));
        if (Undefined != default) parts.Add($"undefined bits {Undefined}");
        return string.Join(", ", parts);
    }
}
