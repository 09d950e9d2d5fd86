using IoSpec.Contracts;

namespace IoSpec.Reference.Iommu;

/// <summary>Where the requests of one requester, or of one PASID of it, go and may still go.</summary>
/// <param name="requester">The requester.</param>
/// <param name="pasid">The PASID, or null for requests without one.</param>
public sealed class Attachment(RequesterId requester, Pasid? pasid)
{
    /// <summary>The requester.</summary>
    public RequesterId Requester { get; } = requester;

    /// <summary>The PASID, or null.</summary>
    public Pasid? Pasid { get; } = pasid;

    /// <summary>Where they go.</summary>
    public Place Now { get; set; }

    /// <summary>Where they may still go, and where they went.</summary>
    public List<FormerPlace> Former { get; } = [];

    /// <summary>Changes the place.</summary>
    /// <param name="to">The new place.</param>
    /// <param name="step">The step of the change.</param>
    /// <param name="needsSync">Whether the old place may be used until it is invalidated.</param>
    public void Move(Place to, int step, bool needsSync)
    {
        var phase = needsSync ? LeavingPhase.Requester : LeavingPhase.Gone;
        if (Former.Count == IommuBounds.FormerPlaces) Forget(step);
        Former.Add(new FormerPlace(Now, step, phase, Retirement.AtOnce));
        Now = to;
    }

    /// <summary>Ends the use of former places; what ended it is remembered.</summary>
    /// <param name="ended">What ended it.</param>
    public void RetireAll(Retirement ended)
    {
        OverfullAt = null;
        for (var i = 0; i < Former.Count; i++)
        {
            if (Former[i].Phase != LeavingPhase.Gone)
                Former[i] = Former[i] with { Phase = LeavingPhase.Gone, Ended = ended };
        }
    }

    // Forgets the oldest place that must not be used any more: it only served to name violations.
    private void Forget(int step)
    {
        var gone = Former.FindIndex(f => f.Phase == LeavingPhase.Gone);
        Former.RemoveAt(gone < 0 ? 0 : gone);
        if (gone < 0) OverfullAt = step;
    }

    /// <summary>The last step at which a place that may still be used had to be forgotten; null if none was.</summary>
    /// <remarks>Accesses are ambiguous then, until everything is invalidated.</remarks>
    public int? OverfullAt { get; set; }
}
