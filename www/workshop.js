// Starts the workshop of the product page; where it cannot start, the page says so and keeps its links.
import start from './workshop/workshop.js';

start().catch((error) => {
  document.getElementById('workshop').textContent =
    `Trình duyệt không mở được xưởng thử: ${error.message} / The workshop does not start: ${error.message}`;
});
