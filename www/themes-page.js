// The gallery of themes: one sample for each of this list, the first without a file.

const THEMES = [
  { name: 'Mặc định', words: 'Lấy phông chữ, màu chữ và chế độ sáng tối của trang.' },
  {
    file: 'band',
    name: 'Dải đậm',
    words: 'Đầu thẻ xanh đậm, chữ trắng, có chỗ cho biểu trưng của tỉnh; lãnh đạo đứng trước.',
    attributes: { show: 'title date officials figures directives' },
    child: '<img slot="header" src="/logo.svg" height="48" alt="Lâm Đồng">',
  },
  { file: 'blue', name: 'Xanh', words: 'Lạnh và phẳng, cho cổng thông tin của cơ quan nhà nước.' },
  { file: 'red-gold', name: 'Đỏ vàng', words: 'Đỏ trầm trên nền ấm, với một đường chỉ vàng.' },
  { file: 'newspaper', name: 'Báo giấy', words: 'Chữ có chân, đường kẻ như trang nhất.' },
  {
    file: 'timeline',
    name: 'Dòng thời gian',
    words: 'Một trục dọc bắt đầu từ ngày diễn ra, mỗi nhóm thông tin là một chặng.',
  },
  {
    file: 'table',
    name: 'Bảng',
    words: 'Họ tên và chức vụ, con số và nội dung, văn bản và trích yếu theo từng hàng.',
  },
  { file: 'compact', name: 'Gọn', words: 'Không khung, chữ nhỏ, cho cột bên và danh sách tin.' },
  { file: 'contrast', name: 'Tương phản cao', words: 'Đen trắng, nét đậm, chữ lớn hơn.' },
  { file: 'dark', name: 'Tối', words: 'Thẻ tối trong trang màu nào cũng được.' },
];

// Into this document at once: a shadow root that is made in a template's has no custom elements.
const copy = (id) => document.importNode(document.getElementById(id).content, true);

/** The lines that a page needs for a theme. */
function code({ file, attributes = {}, child }) {
  if (!file) return '<script src="/tom-tat/tom-tat.js" async></script>';
  const link = `<link rel="stylesheet" href="/tom-tat/themes/${file}.css">`;
  if (!child) return link;
  const words = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `${link}\n<tom-tat${words.join('')}>\n  ${child}\n</tom-tat>`;
}

function section(theme) {
  const part = copy('theme');
  part.querySelector('h2').textContent = theme.name;
  part.querySelector('p').textContent = theme.words;
  part.querySelector('code').textContent = code(theme);
  const link = part.querySelector('link');
  if (theme.file) link.href = `../pkg/themes/${theme.file}.css`;
  else link.remove();
  const card = part.querySelector('tom-tat');
  for (const attribute of Object.entries(theme.attributes ?? {})) card.setAttribute(...attribute);
  if (theme.child) card.append(copy('sign'));
  const sample = part.querySelector('.sample');
  sample.attachShadow({ mode: 'open' }).append(...sample.childNodes);
  return part;
}

document.querySelector('main').append(...THEMES.map(section));

const buttons = [...document.querySelectorAll('.density button')];
for (const button of buttons)
  button.addEventListener('click', () => {
    for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
    for (const { shadowRoot } of document.querySelectorAll('.sample'))
      shadowRoot.querySelector('tom-tat').setAttribute('density', button.value);
  });
