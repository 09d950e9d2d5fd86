using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>The decisions of a tracker; a faulty one overrides one of them.</summary>
public class TrackerRules
{
    /// <summary>As the specifications have it.</summary>
    public static TrackerRules Standard { get; } = new();

    /// <summary>The pages that are marked for a write.</summary>
    public virtual IovaRange Marked(Iova at, ByteCount length) => Ranges.Touched(at, length);

    /// <summary>Whether what somebody writes is marked; nobody marks what is unseen.</summary>
    public virtual bool Marks(WriterId writer, WriterKind kind) => kind != WriterKind.Unseen;

    /// <summary>Whether what is written to a mapping is marked.</summary>
    public virtual bool Marks(TrackedMapping mapping) => true;

    /// <summary>Whether a write is marked when it begins, so that it has to be marked again when it ends.</summary>
    public virtual bool MarksAtBegin => true;

    /// <summary>Whether a write is marked when it ends.</summary>
    public virtual bool MarksAtEnd => true;

    /// <summary>What a report is about: the part of the log that its bits are taken from.</summary>
    public virtual IovaRange Inspected(IovaRange window, PageSet mapped) => window;

    /// <summary>The bits that are set.</summary>
    public virtual ValueList<PageRun> Bits(Window window, PageSet dirty) => window.Runs(dirty);

    /// <summary>The bits that a report gives when it ends, of those that it had when it began.</summary>
    public virtual ValueList<PageRun> BitsAtEnd(Window window, ValueList<PageRun> bits) => bits;

    /// <summary>What a report that clears takes out of the log.</summary>
    public virtual IovaRange Cleared(Window window) => window.Range;

    /// <summary>Whether a report that is not to clear clears.</summary>
    public virtual bool PeekClears => false;

    /// <summary>Whether a report that is to clear clears.</summary>
    public virtual bool ReportClears => true;

    /// <summary>Whether what is written during a report stays marked when it ends.</summary>
    public virtual bool KeepsWhatReportOverlaps => true;

    /// <summary>Whether the bytes around the buffer stay.</summary>
    public virtual bool KeepsGuards(Window window) => true;

    /// <summary>Whether a window that the tracker can report is refused.</summary>
    public virtual bool Refuses(Window window) => false;

    /// <summary>Whether an unmap gives what was written.</summary>
    public virtual bool UnmapReports => true;

    /// <summary>Whether what is unmapped stays in the log.</summary>
    public virtual bool OutlivesMapping(DirtyTraits traits) => traits.OutlivesMapping;

    /// <summary>What a second start does.</summary>
    public virtual SecondStart SecondStart(DirtyTraits traits) => traits.SecondStart;

    /// <summary>Whether a report is refused while no log runs.</summary>
    public virtual bool RefusesWhenOff(DirtyTraits traits) => traits.RefusesWhenOff;

    /// <summary>Whether all that a device could reach counts as written when it leaves.</summary>
    public virtual bool FillsAtDetach => true;

    /// <summary>Whether what a device wrote stays in the log when it leaves.</summary>
    public virtual bool KeepsMarksAtDetach => true;

    /// <summary>Whether all that a device could reach counts as written when it pins its first pages.</summary>
    public virtual bool FillsAtPin => true;

    /// <summary>Whether pinned pages are reported each time.</summary>
    public virtual bool PinsAreSticky => true;

    /// <summary>Whether all that is mapped is reported while a device is there whose writes nobody sees.</summary>
    public virtual bool CountsUnseen(int writers) => true;

    /// <summary>Whether a log that was stopped can track again.</summary>
    public virtual bool TracksAgain => true;
}
