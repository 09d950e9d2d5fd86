using IoSpec.Contracts.Dma;

namespace IoSpec.Reference.Dma;

/// <summary>Every decision of the layer; a faulty one overrides one of them.</summary>
public class DmaRules
{
    /// <summary>The decisions as they have to be.</summary>
    public static DmaRules Standard { get; } = new();

    /// <summary>How many pages are set aside for a mapping: a power of two.</summary>
    public virtual int Taken(int pages) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)pages);

    /// <summary>To how many pages the address of a mapping is aligned.</summary>
    public virtual int Alignment(int pages) => Taken(pages);

    /// <summary>Whether the highest free addresses are handed out; otherwise the lowest ones.</summary>
    public virtual bool TakesHighest => true;

    /// <summary>How many pages can be handed out.</summary>
    public virtual int Available(int pages) => pages;

    /// <summary>The segments in the order in which they are mapped.</summary>
    public virtual IEnumerable<Segment> Order(IEnumerable<Segment> segments) => segments;

    /// <summary>Whether devices may write what is mapped.</summary>
    public virtual bool Writable(bool wanted) => wanted;

    /// <summary>How many of the pages of an unmap become invalid.</summary>
    public virtual int Cleared(int pages) => pages;

    /// <summary>How many devices are refreshed, of so many.</summary>
    public virtual int Devices(RefreshReason reason, int devices) => devices;

    /// <summary>How many pages a refresh covers, of so many.</summary>
    public virtual int Covered(RefreshReason reason, int pages) => pages;

    /// <summary>How often a map that finds a copy full refreshes everything for that device.</summary>
    public virtual int Retries => 1;

    /// <summary>Whether that is what a map waits for to succeed.</summary>
    public virtual bool Accepts(RefreshResult afterRetry) => afterRetry == RefreshResult.Done;

    /// <summary>Whether everything that waits is freed by it.</summary>
    public virtual bool RetryFrees => false;

    /// <summary>What counts after one more device was refreshed.</summary>
    /// <param name="before">The failure of devices before it; null for none.</param>
    /// <param name="now">Its own failure; null for none.</param>
    public virtual DmaFailure? Combined(DmaFailure? before, DmaFailure? now) => before ?? now;

    /// <summary>Whether the next device is refreshed after one has failed.</summary>
    public virtual bool GoesOn(DmaFailure failure) => false;

    /// <summary>How many of the pages of a failed map become invalid again.</summary>
    public virtual int Undone(int pages) => pages;

    /// <summary>Whether the addresses of a failed map are freed.</summary>
    public virtual bool UndoFrees => true;

    /// <summary>Whether an unmap waits; false if its addresses are free at once.</summary>
    public virtual bool Waits => true;

    /// <summary>Whether pages that wait are free.</summary>
    /// <param name="flushes">How many refreshes of everything had begun when they were unmapped.</param>
    /// <param name="finished">How many have ended.</param>
    public virtual bool IsRipe(int flushes, int finished) => flushes < finished;

    /// <summary>Whether a full queue is refreshed, so that its unmaps become free.</summary>
    public virtual bool FlushesWhenFull => true;

    /// <summary>Whether the oldest unmap of a queue that still is full is forgotten.</summary>
    public virtual bool ForgetsWhenFull => false;

    /// <summary>Whether the timer is set by an unmap.</summary>
    /// <param name="isSet">Whether it is set already.</param>
    public virtual bool SetsTimer(bool isSet) => !isSet;

    /// <summary>Whether an expired timer refreshes everything.</summary>
    public virtual bool TimerFlushes => true;

    /// <summary>What an unmap that waits remembers: how many refreshes of everything had begun.</summary>
    /// <param name="begun">How many have begun.</param>
    /// <param name="ended">How many have ended.</param>
    public virtual int Counter(int begun, int ended) => begun;

    /// <summary>Whether everything is refreshed and freed when there is no address.</summary>
    public virtual bool FreesWhenExhausted => false;

    /// <summary>Whether every segment of a map is refreshed by itself.</summary>
    public virtual bool RefreshesEachSegment => false;

    /// <summary>What a map that finds a copy full does before it tries again.</summary>
    public virtual FullCure Cure => FullCure.RefreshEverything;
}
