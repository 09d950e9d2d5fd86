using IoSpec.Contracts;

namespace IoSpec.Areas.Iommu.Sharing;

/// <summary>Pages that are mapped and unmapped together, over and over, and when they were not mapped.</summary>
/// <remarks>One thread writes; the others judge with what is still remembered.</remarks>
/// <param name="domain">The domain.</param>
/// <param name="at">The first input address.</param>
/// <param name="pages">How many pages.</param>
internal sealed class SharedPlace(DomainId domain, Iova at, PageCount pages)
{
    private const int Remembered = 16;
    private const int Attempts = 8;

    private readonly long[] _from = new long[Remembered];
    private readonly long[] _until = new long[Remembered];
    private int _absences;

    public DomainId Domain => domain;

    public Iova At => at;

    public PageCount Pages => pages;

    /// <summary>The version that is mapped; -1 if none is.</summary>
    public int Mapped { get; set; } = -1;

    /// <summary>From now on nothing may be mapped.</summary>
    public void Leave(long time)
    {
        var slot = _absences % Remembered;
        Volatile.Write(ref _until[slot], long.MaxValue);
        Volatile.Write(ref _from[slot], time);
        Volatile.Write(ref _absences, _absences + 1);
    }

    /// <summary>From now on something is mapped.</summary>
    public void Return(long time) => Volatile.Write(ref _until[(_absences - 1) % Remembered], time);

    /// <summary>Whether nothing was mapped at some time of an interval; null if that is no longer known.</summary>
    public bool? WasAbsent(long begin, long end)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var count = Volatile.Read(ref _absences);
            var isKnown = count < Remembered;
            var was = false;
            for (var i = Math.Max(0, count - Remembered); i < count; i++)
            {
                var from = Volatile.Read(ref _from[i % Remembered]);
                var until = Volatile.Read(ref _until[i % Remembered]);
                isKnown |= until <= begin;
                was |= from <= end && until > begin;
            }

            if (Volatile.Read(ref _absences) == count) return was ? true : isKnown ? false : null;
        }

        return null;
    }
}
