//! Work on all cores, with results in order and so many records in memory at most.

use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread::{Builder, scope};

/// How many records wait before and behind each worker.
const QUEUE: usize = 4;

/// As much stack as a main thread has: pages of HTML nest deep.
const STACK: usize = 8 << 20;

/// Does `work` on every item on so many threads, and gives the results to `take`, in the order of the items.
/// `idle` is called where the next result is not there yet. Ends early where `take` breaks.
///
/// Items go to the workers in turns, and results are taken from them in the same turns: that alone keeps the
/// order, and a full queue stops whoever would read on.
///
/// # Panics
/// Where the system gives no further thread.
#[allow(clippy::expect_used)]
pub(super) fn in_order<T: Send, R: Send>(
    items: impl Iterator<Item = T> + Send,
    threads: usize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> ControlFlow<()>,
    mut idle: impl FnMut() -> ControlFlow<()>,
) {
    let (inputs, todo): (Vec<SyncSender<T>>, Vec<Receiver<T>>) =
        (0..threads).map(|_| sync_channel(QUEUE)).unzip();
    let (done, outputs): (Vec<SyncSender<R>>, Vec<Receiver<R>>) =
        (0..threads).map(|_| sync_channel(QUEUE)).unzip();
    let work = &work;
    scope(|scope| {
        for (todo, done) in todo.into_iter().zip(done) {
            let run = move || todo.into_iter().try_for_each(|item| done.send(work(item)).ok());
            Builder::new().stack_size(STACK).spawn_scoped(scope, run).expect("a thread for work");
        }
        scope.spawn(move || {
            // Ends with the items, or where nobody takes them any more.
            for (item, input) in items.zip(inputs.iter().cycle()) {
                if input.send(item).is_err() {
                    break;
                }
            }
        });
        // Taken from a worker that has ended: there are no more.
        let _ = outputs.iter().cycle().try_for_each(|output| take(next(output, &mut idle)?));
        drop(outputs);
    });
}

fn next<R>(output: &Receiver<R>, idle: &mut impl FnMut() -> ControlFlow<()>) -> ControlFlow<(), R> {
    match output.try_recv() {
        Ok(result) => return ControlFlow::Continue(result),
        Err(TryRecvError::Disconnected) => return ControlFlow::Break(()),
        Err(TryRecvError::Empty) => idle()?,
    }
    output.recv().map_or(ControlFlow::Break(()), ControlFlow::Continue)
}
