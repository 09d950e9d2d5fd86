using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>The decisions of the answering reference.</summary>
public class ZpciRules
{
    /// <summary>What the specification says.</summary>
    public static ZpciRules Standard { get; } = new();

    /// <summary>What the device sees of one instruction that was accepted.</summary>
    /// <param name="traits">What function, host and guest are.</param>
    /// <param name="access">The access that the guest asked for.</param>
    /// <param name="log">Takes the accesses.</param>
    public virtual void Deliver(ZpciTraits traits, Transaction access, List<Transaction> log) => log.Add(access);

    /// <summary>Whether accesses go around the notifiers.</summary>
    /// <param name="traits">What the function is.</param>
    /// <returns>True if they do.</returns>
    public virtual bool Bypasses(ZpciTraits traits) => !traits.HasMsix;

    /// <summary>Whether a reason to reject an instruction is looked at.</summary>
    /// <param name="fault">The reason.</param>
    /// <returns>False if it is overlooked.</returns>
    public virtual bool Rejects(Fault fault) => !Overlooks(fault.Requirement);

    /// <summary>The reason that is told, of several: the first.</summary>
    /// <param name="reasons">The reasons, in the order in which they are looked at; at least one.</param>
    /// <returns>One of them.</returns>
    public virtual T Told<T>(IReadOnlyList<T> reasons) => reasons[0];

    /// <summary>Whether a rule that refuses something is overlooked.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>True if it is.</returns>
    public virtual bool Overlooks(Requirement rule) => false;

    /// <summary>Whether an access that keeps to the rules is refused.</summary>
    /// <param name="access">The access.</param>
    /// <returns>True if it is.</returns>
    public virtual bool Refuses(Transaction access) => false;

    /// <summary>Whether a refresh that keeps to the rules is refused.</summary>
    public virtual bool RefusesRefresh => false;

    /// <summary>What a load leaves in the register.</summary>
    /// <param name="value">The bytes, right-aligned.</param>
    /// <param name="length">How many.</param>
    /// <returns>The register.</returns>
    public virtual Word Loaded(Word value, int length) => value;

    /// <summary>The handle that a list has.</summary>
    /// <param name="handles">The handles that were given, the last one at the end.</param>
    /// <returns>The handle.</returns>
    public virtual FunctionHandle Listed(IReadOnlyList<FunctionHandle> handles) => handles[^1];

    /// <summary>How large a BAR is told to be, as a power of two.</summary>
    /// <param name="bits">How large it is.</param>
    /// <returns>What is told.</returns>
    public virtual int SizeBits(int bits) => bits;

    /// <summary>The register of a BAR as a query has it.</summary>
    /// <param name="register">The register, as PCI has it.</param>
    /// <returns>What is told.</returns>
    public virtual uint Bar(uint register) => register;

    /// <summary>What is stored of the tables.</summary>
    /// <param name="isRegistered">Whether tables are registered.</param>
    /// <param name="were">Whether tables were registered when the function was disabled last.</param>
    /// <returns>Whether they are told.</returns>
    public virtual bool TellsTables(bool isRegistered, bool were) => isRegistered;

    /// <summary>Where messages go.</summary>
    /// <param name="place">What is registered of interrupts; null for nothing.</param>
    /// <param name="former">What was registered before; null for nothing.</param>
    /// <returns>One of them; null for nowhere.</returns>
    public virtual InterruptPlace? Target(InterruptPlace? place, InterruptPlace? former) => place;

    /// <summary>The bit that the message of a vector sets.</summary>
    /// <param name="place">What is registered.</param>
    /// <param name="vector">The vector.</param>
    /// <returns>The bit.</returns>
    public virtual int VectorBit(InterruptPlace place, int vector) => place.VectorBit + vector;

    /// <summary>The summary bit that the message of a vector sets.</summary>
    /// <param name="place">What is registered.</param>
    /// <param name="vector">The vector.</param>
    /// <returns>The bit.</returns>
    public virtual int SummaryBit(InterruptPlace place, int vector) => place.SummaryBit;

    /// <summary>The class of an interruption that is due.</summary>
    /// <param name="place">What is registered.</param>
    /// <returns>The class; null for no interruption.</returns>
    public virtual int? Class(InterruptPlace place) => place.Class;

    /// <summary>What the message of a vector does to bits of others.</summary>
    /// <param name="bits">The bits, its own among them.</param>
    /// <param name="vector">Its bit.</param>
    public virtual void Touch(InterruptBits bits, int vector)
    {
        // Nothing: it sets a bit.
    }

    /// <summary>Whether a function with relaxed alignment rejects a block store all the same.</summary>
    /// <param name="store">The instruction.</param>
    /// <returns>True if it does.</returns>
    public virtual bool RejectsRelaxed(ZpciOperation.BlockStore store) => false;

    /// <summary>The stores of a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>The stores, in order.</returns>
    public virtual List<Transaction> Command(ZpciOperation.Command command) => DriverSteps.Command(command);

    /// <summary>The stores of a move.</summary>
    /// <param name="move">The move.</param>
    /// <returns>The stores, in order.</returns>
    public virtual List<Transaction> Move(ZpciOperation.Move move) => DriverSteps.Move(move);

    /// <summary>The stores of a copy.</summary>
    /// <param name="traits">What the function is.</param>
    /// <param name="copy">The copy.</param>
    /// <returns>The stores, in order.</returns>
    public virtual List<Transaction> Copy(ZpciTraits traits, ZpciOperation.Copy copy) =>
        DriverSteps.Copy(traits, copy);

    /// <summary>How often a store reaches the device that was busy once.</summary>
    public virtual int TimesAfterBusy => 1;

    /// <summary>Whether a driver goes on after a store that failed.</summary>
    public virtual bool GoesOnAfterFailure => false;

    /// <summary>The handle that follows another one.</summary>
    /// <param name="given">How many were given before.</param>
    /// <param name="isEnabled">Whether the function is enabled.</param>
    /// <returns>The handle.</returns>
    public virtual FunctionHandle NextHandle(int given, bool isEnabled) =>
        new((isEnabled ? 1u << 31 : 0) | (((uint)given + 1) << 24 & 0x7f00_0000) | 0x2_0000 | ((uint)given >> 7));

    /// <summary>What is stored of a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The function controls.</returns>
    public virtual int Controls(FunctionState state) => state switch
    {
        FunctionState.Enabled => 0x80,
        FunctionState.Error => 0xe0,
        FunctionState.Blocked => 0xc0,
        _ => 0,
    };
}
