using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>What a request would lead to with entries that may not be used any more.</summary>
public sealed class FormerWalks
{
    private readonly List<(WalkResult Result, bool OfConfiguration)> _found = [];

    /// <summary>Whether some of them fault although what counts now does not.</summary>
    public bool HasFault => _found.Exists(former => !former.Result.Reaches);

    /// <summary>Walks over all versions, and keeps what only those give that may not be used.</summary>
    /// <param name="state">What is known of the unit.</param>
    /// <param name="format">The format.</param>
    /// <param name="request">The request.</param>
    /// <param name="allowed">What is allowed.</param>
    /// <returns>The walks; none if there are too many.</returns>
    public static FormerWalks Of(
        WalkState state, WalkFormat format, in WalkRequest request, AllowedWalks allowed)
    {
        var former = new FormerWalks();
        if (state.Moment == 0) return former;
        var entries = state.Entries;
        entries.Begin(format, offersRetired: true);
        for (var walks = 0; walks < WalkBounds.Combinations; walks++)
        {
            var result = format.Walk(state.Configuration.Unit, request, entries);
            if (entries.UsedRetiredTable || entries.UsedRetiredConfiguration)
                former.Add(result, !entries.UsedRetiredTable, allowed);
            if (!entries.Next()) break;
        }

        return former;
    }

    /// <summary>Whether an address is what a former configuration entry led to; null if nothing former did.</summary>
    /// <param name="output">The address.</param>
    /// <returns>True for a configuration entry, false for a table entry.</returns>
    public bool? LedTo(Gpa output)
    {
        foreach (var (result, ofConfiguration) in _found)
        {
            if (result.Reaches && result.Output == output) return ofConfiguration;
        }

        return null;
    }

    /// <summary>Whether a former entry of a kind led to another address.</summary>
    /// <param name="ofConfiguration">A configuration entry, or a table entry.</param>
    /// <returns>True if one did.</returns>
    public bool Led(bool ofConfiguration) =>
        _found.Exists(former => former.Result.Reaches && former.OfConfiguration == ofConfiguration);

    private void Add(WalkResult result, bool ofConfiguration, AllowedWalks allowed)
    {
        if (result.Reaches ? allowed.Reaches(result.Output) : allowed.MayFault) return;
        if (_found.Count < WalkBounds.Combinations) _found.Add((result, ofConfiguration));
    }
}
