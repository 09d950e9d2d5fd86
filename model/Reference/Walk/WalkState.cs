using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>What is known of a unit: memory and registers with their histories, commands, expected faults.</summary>
public sealed class WalkState
{
    private const int MostBlocked = 64;

    private readonly WordHistory[] _registers =
        [.. Enum.GetValues<UnitRegister>().Select(_ => new WordHistory())];

    private readonly SortedDictionary<(RequesterId, UnitRegister), WordHistory> _functions = [];
    private readonly List<(RequesterId Requester, Iova Page)> _blocked = [];

    /// <summary>The state at the start of a case.</summary>
    /// <param name="configuration">What holds for the case.</param>
    public WalkState(WalkConfiguration configuration)
    {
        Configuration = configuration;
        Memory = new TableMemory(configuration.Tables);
        Ledger = new RecordLedger(configuration.Faults);
        Entries = new VersionedEntries(this);
    }

    /// <summary>What holds for the case.</summary>
    public WalkConfiguration Configuration { get; }

    /// <summary>The memory for tables.</summary>
    public TableMemory Memory { get; private set; }

    /// <summary>The commands.</summary>
    public CommandLog Commands { get; private set; } = new();

    /// <summary>The domains of endpoints, where requests make them.</summary>
    public EndpointDomains Domains { get; private set; } = new();

    /// <summary>The faults that may or must have been recorded.</summary>
    public RecordLedger Ledger { get; private set; }

    /// <summary>Memory and registers as the walks of one request at a time may see them.</summary>
    internal VersionedEntries Entries { get; }

    /// <summary>What alone should have refused a request of whom and did not, in this case.</summary>
    internal SortedSet<(RequesterId, WalkCause)> PassedOver { get; } = [];

    /// <summary>
    /// The functions whose other tables were refused: they may have those before or none, until a command sets some.
    /// </summary>
    public SortedSet<RequesterId> Unsettled { get; } = [];

    /// <summary>The present moment: every store, command and register access is one.</summary>
    public long Moment { get; private set; }

    /// <summary>The history of a register.</summary>
    /// <param name="register">The register.</param>
    /// <returns>The history.</returns>
    public WordHistory Register(UnitRegister register) => _registers[(int)register];

    /// <summary>The history of a register that every function has, or of one that the unit has.</summary>
    /// <param name="register">The register.</param>
    /// <param name="requester">The function.</param>
    /// <returns>The history.</returns>
    public WordHistory Register(UnitRegister register, RequesterId requester)
    {
        if (register < UnitRegister.Function) return Register(register);
        if (!_functions.TryGetValue((requester, register), out var history))
            _functions.Add((requester, register), history = new WordHistory());
        return history;
    }

    /// <summary>The history of what a walk reads as a register.</summary>
    /// <param name="register">The register.</param>
    /// <param name="use">For what it is read.</param>
    /// <returns>The history.</returns>
    public WordHistory Register(UnitRegister register, in EntryUse use) => register switch
    {
        UnitRegister.Attachment => Domains.Attachment(use.Requester),
        UnitRegister.Mapping => Domains.HistoryOf(new DomainId(use.Domain), use.At),
        _ => Register(register, use.Requester),
    };

    /// <summary>The operation that was judged last; null at the start.</summary>
    public WalkOperation? Last { get; internal set; }

    /// <summary>Time goes on.</summary>
    /// <returns>The new moment.</returns>
    public long Advance() => ++Moment;

    /// <summary>A request for a page was blocked.</summary>
    /// <param name="requester">The requester.</param>
    /// <param name="page">The page.</param>
    internal void NoteBlocked(RequesterId requester, Iova page)
    {
        if (_blocked.Count < MostBlocked && !WasBlocked(requester, page)) _blocked.Add((requester, page));
    }

    /// <summary>Whether a request for a page was blocked before in this case.</summary>
    /// <param name="requester">The requester.</param>
    /// <param name="page">The page.</param>
    /// <returns>True if one was, as far as is remembered.</returns>
    internal bool WasBlocked(RequesterId requester, Iova page) => _blocked.Contains((requester, page));

    /// <summary>Brings everything to the start.</summary>
    public void Reset()
    {
        Memory = new TableMemory(Configuration.Tables);
        Commands = new CommandLog();
        Domains = new EndpointDomains();
        Ledger = new RecordLedger(Configuration.Faults);
        _blocked.Clear();
        _functions.Clear();
        Unsettled.Clear();
        for (var i = 0; i < _registers.Length; i++) _registers[i] = new WordHistory();
    }
}
